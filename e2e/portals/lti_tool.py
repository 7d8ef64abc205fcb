"""An LTI 1.3 tool, as a teacher adds one to a course: PyLTI1p3.

    lti_tool.py '{"platform": {"issuer", "client", "deployment", "auth", "token", "keys"}}'

    /login   where a launch begins      /launch   where it arrives      /keys   the tool's own keys

On arrival it shows who came and with which roles; buttons read the roster (NRPS) and send 15 out of 20 (AGS). Asked
what there is to choose (deep linking), it offers one exercise."""
import html
from datetime import datetime, timezone

import loopback
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from django.http import HttpResponse, JsonResponse
from django.urls import path
from loopback import options, url

loopback.configure("pylti1p3.contrib.django.lti1p3_tool_config", DEFAULT_AUTO_FIELD="django.db.models.AutoField")

from pylti1p3.contrib.django import DjangoCacheDataStorage, DjangoMessageLaunch, DjangoOIDCLogin
from pylti1p3.deep_link_resource import DeepLinkResource
from pylti1p3.exception import LtiException, OIDCException
from pylti1p3.grade import Grade
from pylti1p3.tool_config import ToolConfDict

CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"


def configuration():
    """What the tool knows of its one platform, and a key of its own."""
    platform = options["platform"]
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    registered = {
        "client_id": platform["client"],
        "deployment_ids": [platform["deployment"]],
        "auth_login_url": platform["auth"],
        "auth_token_url": platform["token"],
        "key_set_url": platform["keys"],
    }
    conf = ToolConfDict({platform["issuer"]: registered})
    conf.set_private_key(platform["issuer"], private)
    conf.set_public_key(platform["issuer"], public)
    return conf


conf = configuration()


def known(request):
    """What each step of the library is given: the request, the platform, and a memory of what went before."""
    return {"request": request, "tool_config": conf, "launch_data_storage": DjangoCacheDataStorage()}


def keys(_request):
    return JsonResponse(conf.get_jwks())


def login(request):
    return said(lambda: DjangoOIDCLogin(**known(request)).redirect(f"{url}/launch"))


def launch(request):
    return said(lambda: arrived(DjangoMessageLaunch(**known(request))))


def arrived(launch):
    told = launch.get_launch_data()
    if launch.is_deep_link_launch():
        exercise = DeepLinkResource().set_title("Fractions").set_url(f"{url}/launch").set_custom_params({"level": "6e"})
        return page(launch.get_deep_link().output_response_form([exercise]))
    roles = "".join(f"<li>{html.escape(role)}" for role in told[CLAIM + "roles"])
    buttons = button(launch, "/roster", "Roster") if launch.has_nrps() else ""
    buttons += button(launch, "/score", "Send 15/20") if launch.has_ags() else ""
    course = told.get(CLAIM + "context", {}).get("title", "")
    custom = told.get(CLAIM + "custom", {})
    who = f"{told.get('name', '')} ({told['sub']}), {told.get('email', 'no mail')}, in {course}, custom {custom}"
    return page(f"<p>{html.escape(who)}</p><ul>{roles}</ul>{buttons}")


def button(launch, action, words):
    hidden = f'<input type="hidden" name="launch" value="{launch.get_launch_id()}">'
    return f'<form method="post" action="{action}">{hidden}<button>{words}</button></form>'


def roster(request):
    return said(lambda: page(f"<ol>{''.join(member(one) for one in again(request).get_nrps().get_members())}</ol>"))


def member(one):
    words = [one.get("name", ""), one["user_id"], one.get("status", ""), *one["roles"]]
    return f"<li>{html.escape(' · '.join(words))}"


def score(request):
    def sent():
        launch = again(request)
        grade = Grade().set_score_given(15).set_score_maximum(20).set_user_id(launch.get_launch_data()["sub"])
        grade.set_timestamp(datetime.now(timezone.utc).isoformat()).set_activity_progress("Completed")
        launch.get_ags().put_grade(grade.set_grading_progress("FullyGraded"))
        return page("<p>Sent.</p>")

    return said(sent)


def again(request):
    """The launch that a button belongs to."""
    return DjangoMessageLaunch.from_cache(request.POST["launch"], **known(request))


def said(work):
    """What comes of it, or why the tool refuses."""
    try:
        return work()
    except (LtiException, OIDCException) as why:
        return page(f"<p>Refused: {html.escape(str(why))}</p>", 403)


def page(body, status=200):
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Tool</title><h1>Tool</h1>'
    return HttpResponse(head + body, status=status)


urlpatterns = [path(view.__name__, view) for view in (keys, login, launch, roster, score)]
loopback.serve()
