// An OpenID Connect portal: npm's oidc-provider, with a sign-in page where a name is enough.
//
//   node oidc.mjs '{"client": {"id", "secret", "redirects": […]}, "people": {"zoe": {"given_name": "Zoé"}}}'
//
// `client.backchannel` is where logout tokens are posted, `client.afterwards` the addresses one may be led to after
// leaving, `client.auth` how the secret is shown (`client_secret_basic` unless told); `alg` the algorithm of
// signatures (RS256); `signedUserinfo` answers a JWT at userinfo; `iss: false` is a portal older than RFC 9207. PKCE
// is asked for.
//
// Beside the addresses of the standard: POST /turn-key puts a new signing key before the old ones (`?forget` drops
// those); GET /session/end, in a browser, leaves the portal.
import { text as body } from "node:stream/consumers";
import { exportJWK, generateKeyPair } from "jose";
import Provider, { interactionPolicy } from "oidc-provider";
import MemoryAdapter from "oidc-provider/lib/adapters/memory_adapter.js";
import { options, page, secret, stand, text } from "./loopback.mjs";

const { client, people, alg = "RS256", signedUserinfo = false, iss = true } = options;

stand(async (url, port) => {
  const cookies = [secret()];
  let keys = [await newKey()];
  let provider = open();

  function open() {
    const provider = new Provider(url, configuration(port, keys, cookies));
    if (!iss) provider.use(withoutIss);
    for (const event of ["authorization.error", "grant.error", "userinfo.error", "end_session.error", "server_error"])
      provider.on(event, (_ctx, why) => console.error(`${event}: ${why.message}: ${why.error_description ?? ""}`));
    provider.on("backchannel.error", (_ctx, why) => console.error(`a logout token was not taken: ${why.message}`));
    return provider;
  }

  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, url);
    if (pathname === "/turn-key" && request.method === "POST") {
      keys = [await newKey(), ...(searchParams.has("forget") ? [] : keys)];
      provider = open();
      response.end(keys[0].kid);
    } else if (pathname.startsWith("/who/")) {
      await signIn(provider, request, response);
    } else {
      provider.callback()(request, response);
    }
  };
});

async function newKey() {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: secret(), use: "sig", alg };
}

function configuration(port, keys, cookies) {
  const names = [...new Set(Object.values(people).flatMap((claims) => Object.keys(claims)))];
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: client.redirects,
        post_logout_redirect_uris: client.afterwards ?? [],
        backchannel_logout_uri: client.backchannel,
        backchannel_logout_session_required: true,
        id_token_signed_response_alg: alg,
        userinfo_signed_response_alg: signedUserinfo ? alg : undefined,
        token_endpoint_auth_method: client.auth ?? "client_secret_basic",
      },
    ],
    jwks: { keys },
    adapter: Memory,
    findAccount: (_ctx, name) => people[name] && { accountId: name, claims: () => ({ sub: name, ...people[name] }) },
    // `profile` tells all that is known of a person, and a scope named as one thing (`email`, `siret`) tells that one.
    claims: { openid: ["sub"], ...Object.fromEntries(names.map((name) => [name, [name]])), profile: names },
    enabledJWA: { idTokenSigningAlgValues: [alg], userinfoSigningAlgValues: [alg] },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
    },
    pkce: { required: () => true },
    interactions: { policy: onlySignIn(), url: (_ctx, interaction) => `/who/${interaction.uid}` },
    loadExistingGrant: allGranted,
    cookies: {
      keys: cookies,
      names: { session: `oidc${port}`, interaction: `oidc${port}-who`, resume: `oidc${port}-back` },
    },
    // Its own way out refuses this machine's addresses, and fails on Node 20.
    fetch: (address, { dispatcher, ...how }) => fetch(address, how),
    renderError: (ctx, out) => show(ctx, out.error, `<p>${text(out.error_description ?? "")}</p>`),
  };
}

/** A class of our own shares what is remembered between providers: nobody is signed out by a key that turns. */
class Memory extends MemoryAdapter {}

/** Nobody is asked what may be told about them: signing in is the only question. */
function onlySignIn() {
  const policy = interactionPolicy.base();
  policy.remove("consent");
  return policy;
}

async function allGranted({ oidc: { client, session, provider, params } }) {
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(params.scope);
  await grant.save();
  return grant;
}

/** The page where one says who one is, and what comes of it. */
async function signIn(provider, request, response) {
  if (request.method !== "POST") {
    const name = `<label>Name <input name="name" required autofocus></label> <button>Sign in</button>`;
    const refuse = `<button name="refuse" value="1">Refuse</button>`;
    const forms = [name, refuse].map((fields) => `<form method="post">${fields}</form>`).join("");
    return response.setHeader("Content-Type", "text/html").end(page("OpenID Connect portal", forms));
  }
  const fields = new URLSearchParams(await body(request));
  const refused = (why) => ({ error: "access_denied", error_description: why });
  let result = { login: { accountId: fields.get("name"), remember: false } };
  if (fields.has("refuse")) result = refused("the person refused");
  else if (!people[fields.get("name")]) result = refused("unknown to the portal");
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

function logoutSource(ctx, form) {
  const leave = `<button form="op.logoutForm" name="logout" value="yes">Sign out of the portal</button>`;
  show(ctx, "Leave?", `${form}${leave} <button form="op.logoutForm">Stay</button>`);
}

function postLogoutSuccessSource(ctx) {
  show(ctx, "Left", "<p>Signed out of the portal.</p>");
}

function show(ctx, title, html) {
  ctx.type = "html";
  ctx.body = page(title, html);
}

/** Neither says who answers, nor promises to. */
async function withoutIss(ctx, next) {
  await next();
  if (ctx.body?.issuer) ctx.body.authorization_response_iss_parameter_supported = false;
  const to = URL.parse(ctx.response.get("Location"));
  to?.searchParams.delete("iss");
  if (to) ctx.set("Location", to.href);
}
