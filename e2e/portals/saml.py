"""A SAML 2.0 portal, as ÉduConnect and the académies have one: pysaml2, which signs and seals by xmlsec1.

    saml.py '{"sp": "http://127.0.0.1:8080/portail/a/metadonnees", "people": {"zoe": {"NameID": "o1", "sn": "…"}}}'

`sp` is where the house's metadata are, an address or a file, read again at each request. `signed` is what is signed:
"assertion" (unless told), "response" or "both"; `sealed` the cipher of the assertion where it is sealed, in the words
of XML Encryption ("aes128-gcm", "aes256-gcm", "aes128-cbc"); `unsigned` takes requests that are not signed;
`transient` tells another name identifier at each sign-in; `sha1` signs as portals of old still do. Attributes go out
under the very names they have here; `NameID` is none, and is the name typed unless told.

    /metadata   what the house is to know         /sso, /slo   where it sends people, by redirection
    /           who is signed in, and the way out, which passes by the house"""
import base64
import functools
import html
import pathlib
import secrets
import shutil
import subprocess
import tempfile

import loopback
import requests
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import path
from loopback import options, url
from saml2 import BINDING_HTTP_REDIRECT as REDIRECT, saml, samlp
from saml2.attribute_converter import AttributeConverter, do_ava
from saml2.authn_context import PASSWORDPROTECTEDTRANSPORT
from saml2.config import IdPConfig
from saml2.entity import get_pem_wrapped_unwrapped, make_temp
from saml2.metadata import entity_descriptor
from saml2.saml import NAME_FORMAT_BASIC, NAME_FORMAT_URI, NAMEID_FORMAT_PERSISTENT, NAMEID_FORMAT_TRANSIENT, NameID
from saml2.server import Server
from saml2.sigver import pre_encryption_part
from saml2.xmldsig import DIGEST_SHA1, DIGEST_SHA256, SIG_RSA_SHA1, SIG_RSA_SHA256

people = options["people"]
signed, sealed = options.get("signed", "assertion"), options.get("sealed")
folder = tempfile.TemporaryDirectory()
# Who is signed in, by the cookie of the browser: the name, and what the house was told.
sessions = {}
COOKIE = f"saml{loopback.server.server_port}"


class AsGiven(AttributeConverter):
    """Attributes under the names they have: pysaml2 knows nothing of ours."""

    def to_(self, values):
        formats = {name: NAME_FORMAT_URI if name.startswith("urn:") else NAME_FORMAT_BASIC for name in values}
        return [
            saml.Attribute(name=name, name_format=formats[name], attribute_value=do_ava(value))
            for name, value in values.items()
        ]


class Portal(Server):
    """pysaml2's, with a session index that we know again, and the cipher that was asked for."""

    def setup_assertion(self, authn, *words, **more):
        assertion = super().setup_assertion(authn, *words, **more)
        assertion.authn_statement[0].session_index = authn["session"]
        return assertion

    def _encrypt_assertion(self, _cert, sp, response, node_xpath=None):
        _name, cert = self.metadata.certs(sp, "any", "encryption")[0]
        pem, bare = get_pem_wrapped_unwrapped(cert)
        space = "http://www.w3.org/2009/xmlenc11#" if sealed.endswith("gcm") else "http://www.w3.org/2001/04/xmlenc#"
        template = pre_encryption_part(msg_enc=space + sealed, encrypt_cert=bare)
        file = make_temp(pem.encode(), decode=False)
        return self.sec.encrypt_assertion(response, file.name, template, key_type=sealed[:6].replace("aes", "aes-"))


def settings(metadata):
    return {
        "entityid": f"{url}/metadata",
        "xmlsec_binary": shutil.which("xmlsec1"),
        "key_file": f"{folder.name}/key.pem",
        "cert_file": f"{folder.name}/cert.pem",
        "service": {
            "idp": {
                "signing_algorithm": SIG_RSA_SHA1 if options.get("sha1") else SIG_RSA_SHA256,
                "digest_algorithm": DIGEST_SHA1 if options.get("sha1") else DIGEST_SHA256,
                "endpoints": {
                    "single_sign_on_service": [(f"{url}/sso", REDIRECT)],
                    "single_logout_service": [(f"{url}/slo", REDIRECT)],
                },
                "name_id_format": [NAMEID_FORMAT_PERSISTENT, NAMEID_FORMAT_TRANSIENT],
                "want_authn_requests_signed": not options.get("unsigned", False),
            }
        },
        "metadata": {"inline": [metadata] if metadata else []},
    }


def portal():
    """The portal as it is with the house's metadata of this moment."""
    where = options["sp"]
    if not where.startswith("http"):
        return portal_of(pathlib.Path(where).read_text())
    answer = requests.get(where, timeout=5)
    answer.raise_for_status()
    return portal_of(answer.text)


@functools.lru_cache(maxsize=1)
def portal_of(metadata):
    idp = Portal(config=IdPConfig().load(settings(metadata)))
    idp.config.attribute_converters = [AsGiven(NAME_FORMAT_URI)]
    return idp


def metadata(_request):
    return HttpResponse(str(entity_descriptor(IdPConfig().load(settings(None)))), "application/samlmetadata+xml")


def sso(request):
    idp = portal()
    asked = idp.parse_authn_request(*message(request, "SAMLRequest")).message
    session = sessions.get(request.COOKIES.get(COOKIE)) if asked.force_authn != "true" else None
    reply = idp.response_args(asked)
    if asked.is_passive == "true" and not session:
        return refusal(request, idp, reply, samlp.STATUS_NO_PASSIVE, "nobody is signed in")
    if request.method == "POST":
        if "refuse" in request.POST:
            return refusal(request, idp, reply, samlp.STATUS_AUTHN_FAILED, "the person refused")
        if request.POST["name"] in people:
            session = opened(request.POST["name"], reply["sp_entity_id"])
    if not session:
        return page("SAML portal", SIGN_IN)
    attributes = {name: value for name, value in people[session["name"]].items() if name != "NameID"}
    response = idp.create_authn_response(
        attributes,
        name_id=session["id"],
        authn={"class_ref": PASSWORDPROTECTEDTRANSPORT, "session": session["key"]},
        sign_assertion=signed != "response",
        sign_response=signed != "assertion",
        encrypt_assertion=bool(sealed),
        **reply,
    )
    answer = sent(reply["destination"], response, request)
    answer.set_cookie(COOKIE, session["key"], httponly=True, samesite="Lax")
    return answer


def slo(request):
    """The house leaves, or has left because we asked."""
    idp = portal()
    if "SAMLResponse" in request.GET:
        left = idp.parse_logout_request_response(request.GET["SAMLResponse"], REDIRECT)
        return page("Left", f"<p>The house answered {html.escape(left.response.status.status_code.value)}.</p>")
    asked = idp.parse_logout_request(*message(request, "SAMLRequest")).message
    indexes = [index.text for index in asked.session_index]
    for key, session in list(sessions.items()):
        if session["id"].text == asked.name_id.text and (not indexes or key in indexes):
            del sessions[key]
    reply = idp.response_args(asked, [REDIRECT])
    answer = idp.create_logout_response(asked, [REDIRECT])
    return redirected(idp, answer, reply["destination"], request.GET.get("RelayState", ""), response=True)


def home(request):
    session = sessions.get(request.COOKIES.get(COOKIE))
    if not session:
        return page("SAML portal", "<p>Nobody is signed in.</p>")
    if request.method != "POST":
        name = html.escape(session["name"])
        return page("SAML portal", f'<p>{name} is signed in.</p><form method="post"><button>Sign out</button></form>')
    idp = portal()
    del sessions[session["key"]]
    [service, *_] = idp.metadata.single_logout_service(session["sp"], REDIRECT, "spsso")
    _id, asked = idp.create_logout_request(
        service["location"], session["sp"], name_id=session["id"], session_indexes=[session["key"]], sign=False
    )
    return redirected(idp, asked, service["location"], "", response=False)


def opened(name, sp):
    key = secrets.token_hex(16)
    kind = NAMEID_FORMAT_TRANSIENT if options.get("transient") else NAMEID_FORMAT_PERSISTENT
    told = secrets.token_hex(16) if options.get("transient") else people[name].get("NameID", name)
    name_id = NameID(format=kind, name_qualifier=f"{url}/metadata", sp_name_qualifier=sp, text=told)
    sessions[key] = {"key": key, "name": name, "sp": sp, "id": name_id}
    return sessions[key]


def refusal(request, idp, reply, code, why):
    status = samlp.Status(
        status_code=samlp.StatusCode(value=samlp.STATUS_RESPONDER, status_code=samlp.StatusCode(value=code)),
        status_message=samlp.StatusMessage(text=why),
    )
    response = idp._response(reply["in_response_to"], reply["destination"], status, sign=True)
    return sent(reply["destination"], response, request)


def message(request, field):
    """A message that came by redirection, with what its signature is made of."""
    rest = (request.GET.get(name) for name in ("RelayState", "SigAlg", "Signature"))
    return request.GET[field], REDIRECT, *rest


def redirected(idp, text, to, relay_state, response):
    info = idp.apply_binding(REDIRECT, str(text), to, relay_state, response=response, sign=True)
    return HttpResponseRedirect(dict(info["headers"])["Location"])


def sent(to, response, request):
    """A form that goes to the house at once, or by its button where there is no script."""
    fields = {"SAMLResponse": base64.b64encode(str(response).encode()).decode()}
    if "RelayState" in request.GET:
        fields["RelayState"] = request.GET["RelayState"]
    inputs = (f'<input type="hidden" name="{name}" value="{html.escape(value)}">' for name, value in fields.items())
    form = f'<form method="post" action="{html.escape(to)}">{"".join(inputs)}<button>Continue</button></form>'
    return page("Back", form + "<script>document.forms[0].submit()</script>")


def page(title, body):
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><h1>{title}</h1>'
    return HttpResponse(head + body)


NAME = '<label>Name <input name="name" required autofocus></label> <button>Sign in</button>'
REFUSE = '<button name="refuse" value="1">Refuse</button>'
SIGN_IN = f'<form method="post">{NAME}</form><form method="post">{REFUSE}</form>'

urlpatterns = [path("", home), path("metadata", metadata), path("sso", sso), path("slo", slo)]

with folder:
    key = ["-keyout", f"{folder.name}/key.pem", "-out", f"{folder.name}/cert.pem"]
    words = "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -days 2".split()
    subprocess.run(words + key, check=True, capture_output=True)
    loopback.configure()
    loopback.serve()
