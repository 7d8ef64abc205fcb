// An LTI 1.3 platform, as a Moodle is one: a course with people, from which a tool is launched. On jose and Node
// alone.
//
//   node lti_platform.mjs '{"tool": {"login", "launch", "keys"}, "people": {"zoe": {"name": "Zoé", "roles": […]}}}'
//
// `tool.client` and `tool.deployment` are how the platform knows the tool ("preau" and "1" unless told). GET / has
// the ways to launch it, the scores it sent and what was chosen of it; the tool is told /auth, /token and /keys. The
// roster comes two people at a time.
import { text as body } from "node:stream/consumers";
import { createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from "jose";
import { options, page, secret, sent, stand, text } from "./loopback.mjs";

const { people } = options;
const tool = { client: "preau", deployment: "1", ...options.tool };
const course = { id: "course-1", label: "6B", title: "Mathématiques 6e B" };

const LTI = "https://purl.imsglobal.org/spec/lti/claim";
const DEEP = "https://purl.imsglobal.org/spec/lti-dl/claim";
const AGS = "https://purl.imsglobal.org/spec/lti-ags";
const NRPS = "https://purl.imsglobal.org/spec/lti-nrps";
const MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
const SECTION = "http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection";

const ROSTER = `${NRPS}/scope/contextmembership.readonly`;
const SCORE = `${AGS}/scope/score`;
const RESULTS = `${AGS}/scope/result.readonly`;
const LINES = `${AGS}/scope/lineitem`;
const READ_LINES = `${AGS}/scope/lineitem.readonly`;
const GRADING = [SCORE, RESULTS, LINES, READ_LINES];

const id = (login) => people[login].id ?? login;
const roles = (login) => people[login].roles.map((role) => (role.includes(":") ? role : MEMBERSHIP + role));

stand(async (url) => {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const kid = secret();
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid, use: "sig", alg: "RS256" }] };
  const toolKeys = createRemoteJWKSet(new URL(tool.keys), { cooldownDuration: 0 });
  const tokens = new Map();
  const lines = [{ label: "Exercice", scoreMaximum: 20, scores: [] }];
  const chosen = [];

  /** A launch begins at the tool, which asks back at /auth. */
  function start(query) {
    const to = new URL(tool.login);
    to.search = new URLSearchParams({
      iss: url,
      client_id: tool.client,
      lti_deployment_id: tool.deployment,
      target_link_uri: tool.launch,
      login_hint: id(query.get("as")),
      lti_message_hint: query.has("choose") ? "choose" : "launch",
    });
    return moved(to.href);
  }

  async function auth(query) {
    const expected = {
      response_type: "id_token",
      response_mode: "form_post",
      scope: "openid",
      prompt: "none",
      client_id: tool.client,
      redirect_uri: tool.launch,
    };
    const wrong = Object.keys(expected).filter((name) => query.get(name) !== expected[name]);
    const login = Object.keys(people).find((login) => id(login) === query.get("login_hint"));
    if (!login) wrong.push("login_hint");
    if (!query.get("nonce")) wrong.push("nonce");
    if (wrong.length) return refused(`not as it should be: ${wrong.join(", ")}`);
    const claims = query.get("lti_message_hint") === "choose" ? choosing() : launching();
    const id_token = await new SignJWT({ ...common(login), ...claims, nonce: query.get("nonce") })
      .setProtectedHeader({ alg: "RS256", typ: "JWT", kid })
      .setIssuer(url)
      .setAudience(tool.client)
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(privateKey);
    return html(sent(tool.launch, { id_token, ...(query.has("state") && { state: query.get("state") }) }));
  }

  function common(login) {
    const { roles: _roles, id: _id, ...person } = people[login];
    return {
      ...person,
      sub: id(login),
      [`${LTI}/version`]: "1.3.0",
      [`${LTI}/deployment_id`]: tool.deployment,
      [`${LTI}/target_link_uri`]: tool.launch,
      [`${LTI}/roles`]: roles(login),
      [`${LTI}/context`]: { ...course, type: [SECTION] },
    };
  }

  const launching = () => ({
    [`${LTI}/message_type`]: "LtiResourceLinkRequest",
    [`${LTI}/resource_link`]: { id: "link-1", title: "Exercice" },
    [`${NRPS}/claim/namesroleservice`]: { context_memberships_url: `${url}/members`, service_versions: ["2.0"] },
    [`${AGS}/claim/endpoint`]: { scope: GRADING, lineitems: `${url}/lines`, lineitem: `${url}/lines/0` },
  });

  const choosing = () => ({
    [`${LTI}/message_type`]: "LtiDeepLinkingRequest",
    [`${DEEP}/deep_linking_settings`]: {
      accept_types: ["ltiResourceLink"],
      accept_presentation_document_targets: ["window"],
      deep_link_return_url: `${url}/chosen`,
      data: "to be given back",
    },
  });

  /** What the tool lets be added to the course. */
  async function choice(fields) {
    const { payload } = await jwtVerify(fields.get("JWT"), toolKeys, { issuer: tool.client, audience: url });
    if (payload[`${DEEP}/data`] !== "to be given back") return refused("what was to be given back was not");
    chosen.push(...payload[`${DEEP}/content_items`]);
    return moved("/");
  }

  async function token(fields) {
    const audience = [`${url}/token`, url];
    const who = { issuer: tool.client, subject: tool.client, audience, requiredClaims: ["jti", "exp"] };
    try {
      await jwtVerify(fields.get("client_assertion"), toolKeys, who);
    } catch (why) {
      console.error(`the tool's assertion is refused: ${why.message}`);
      return json({ error: "invalid_client", error_description: why.message }, 400);
    }
    if (fields.get("grant_type") !== "client_credentials") return json({ error: "unsupported_grant_type" }, 400);
    const scopes = fields.get("scope").split(" ").filter((scope) => [ROSTER, ...GRADING].includes(scope));
    const access_token = secret();
    tokens.set(access_token, scopes);
    return json({ access_token, token_type: "Bearer", expires_in: 3600, scope: scopes.join(" ") });
  }

  /** A service, for the tool whose token has one of these scopes. */
  function service(request, scopes, work) {
    const granted = tokens.get(request.headers.authorization?.replace("Bearer ", "")) ?? [];
    return scopes.some((scope) => granted.includes(scope)) ? work() : json({ error: "insufficient_scope" }, 403);
  }

  function members(from) {
    const all = Object.keys(people).map((login) => {
      const { roles: _roles, id: _id, ...person } = people[login];
      return { status: "Active", user_id: id(login), roles: roles(login), ...person };
    });
    const more = from + 2 < all.length ? { Link: `<${url}/members?from=${from + 2}>; rel="next"` } : {};
    const some = { id: `${url}/members`, context: course, members: all.slice(from, from + 2) };
    return json(some, 200, "application/vnd.ims.lti-nrps.v2.membershipcontainer+json", more);
  }

  function line(number) {
    const { scores: _scores, ...line } = lines[number];
    return { id: `${url}/lines/${number}`, ...line };
  }

  /** Line items: the list, a new one, one of them; then its scores and results. */
  function grading(request, number, part) {
    const kind = "application/vnd.ims.lis.v2";
    const posted = request.method === "POST";
    if (number === undefined && posted)
      return service(request, [LINES], async () => {
        lines.push({ ...JSON.parse(await body(request)), scores: [] });
        return json(line(lines.length - 1), 201, `${kind}.lineitem+json`);
      });
    if (number === undefined)
      return service(request, [LINES, READ_LINES], () =>
        json(lines.map((_, number) => line(number)), 200, `${kind}.lineitemcontainer+json`),
      );
    if (!lines[number]) return { status: 404 };
    if (part === "scores" && posted)
      return service(request, [SCORE], async () => {
        lines[number].scores.push(JSON.parse(await body(request)));
        return { status: 204 };
      });
    if (part === "results")
      return service(request, [RESULTS], () => {
        const results = lines[number].scores.map((score) => ({
          userId: score.userId,
          resultScore: score.scoreGiven,
          resultMaximum: score.scoreMaximum,
        }));
        return json(results, 200, `${kind}.resultcontainer+json`);
      });
    return service(request, [LINES, READ_LINES], () => json(line(number), 200, `${kind}.lineitem+json`));
  }

  function home() {
    const way = (login, words, more = "") => `<a href="/start?as=${login}${more}">${words} as ${login}</a>`;
    const ways = Object.keys(people).map((login) => `${way(login, "Launch")} ${way(login, "Choose", "&amp;choose")}`);
    const scores = lines.flatMap(({ label, scores }) =>
      scores.map((score) => text(`${label}: ${score.userId} ${score.scoreGiven}/${score.scoreMaximum}`)),
    );
    const items = chosen.map(({ title, type, url }) => text(`${title ?? type}: ${url}`));
    const part = (title, lines) => `<h2>${title}</h2><ol>${lines.map((line) => `<li>${line}`).join("")}</ol>`;
    return html(page(course.title, part("Ways in", ways) + part("Scores", scores) + part("Chosen", items)));
  }

  async function answer(request) {
    const { pathname, searchParams } = new URL(request.url, url);
    const form = async () => new URLSearchParams(await body(request));
    const [first, number, part] = pathname.slice(1).split("/");
    if (first === "") return home();
    if (first === "start") return start(searchParams);
    if (first === "keys") return json(keys);
    if (first === "auth") return auth(request.method === "POST" ? await form() : searchParams);
    if (first === "token") return token(await form());
    if (first === "chosen") return choice(await form());
    if (first === "members") return service(request, [ROSTER], () => members(Number(searchParams.get("from"))));
    if (first === "lines") return grading(request, number, part);
    return { status: 404 };
  }

  return async (request, response) => {
    try {
      const { status = 200, headers = {}, body = "" } = await answer(request);
      response.writeHead(status, headers).end(body);
    } catch (why) {
      console.error(why);
      response.writeHead(500).end(String(why));
    }
  };
});

const moved = (to) => ({ status: 303, headers: { Location: to } });
const html = (body, status) => ({ status, headers: { "Content-Type": "text/html" }, body });
const json = (value, status, kind = "application/json", more = {}) => ({
  status,
  headers: { "Content-Type": kind, ...more },
  body: JSON.stringify(value),
});

function refused(why) {
  console.error(why);
  return html(page("Refused", `<p>${text(why)}</p>`), 400);
}
