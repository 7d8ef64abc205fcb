"""A CAS portal, as an ENT has one: django-cas-server, where any password is right.

    cas.py '{"house": "http://127.0.0.1:8080/", "people": {"zoe": {"mail": "…", "profil": ["a", "b"]}}}'

`house` is how the addresses begin that may be signed in to; `slo` where logouts are posted, when that is not the very
address that was signed in to (which is where CAS posts them unless told); `subject` the attribute that is told as the
user, when that is not the name typed."""
import re
import tempfile

import loopback
from django.core.management import call_command
from django.urls import include, path
from loopback import options

people = options["people"]


class Person:
    """What django-cas-server asks of a person."""

    def __init__(self, name):
        self.username = name

    def test_password(self, _password):
        return self.username in people

    def attributs(self):
        return people.get(self.username, {})


with tempfile.TemporaryDirectory() as folder:
    loopback.configure(
        *(f"django.contrib.{app}" for app in ("auth", "contenttypes", "sessions", "messages", "staticfiles")),
        "cas_server",
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
        ],
        MESSAGE_STORAGE="django.contrib.messages.storage.session.SessionStorage",
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
        STATIC_URL="/static/",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{folder}/cas.sqlite"}},
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        # Tables are made at once as they are in the end, without their history.
        MIGRATION_MODULES={app: None for app in ("auth", "contenttypes", "sessions", "cas_server")},
        CAS_AUTH_CLASS="__main__.Person",
        # Its pages would ask other sites for their looks.
        CAS_COMPONENT_URLS={name: "data:," for name in ("bootstrap4_css", "bootstrap4_js", "jquery")},
        CAS_LOGO_URL=None,
        CAS_FAVICON_URL=None,
        CAS_INFO_MESSAGES={},
        CAS_NEW_VERSION_HTML_WARNING=False,
    )
    from cas_server.models import ServicePattern

    call_command("migrate", run_syncdb=True, verbosity=0)
    service = ServicePattern.objects.create(
        name="Préau",
        pattern="^" + re.escape(options["house"]),
        user_field=options.get("subject", ""),
        single_log_out=True,
        single_log_out_callback=options.get("slo", ""),
    )
    service.attributs.create(name="*")
    urlpatterns = [path("cas/", include("cas_server.urls", namespace="cas_server"))]
    loopback.serve("/cas")
