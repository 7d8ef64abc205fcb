"""What the portals in Python share: Django on a port of this machine alone, one line once it answers, an end with
whoever started it. Why it calls itself `localhost`, and why cookies are named after the port: see loopback.mjs."""
import json
import os
import secrets
import signal
import sys
import threading
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

# What this program was started with; `port` among it, where the machine does not choose.
options = json.loads(sys.argv[1] if len(sys.argv) > 1 else "{}")


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


server = make_server("127.0.0.1", options.get("port", 0), None, server_class=Server, handler_class=Quiet)
url = f"http://localhost:{server.server_port}"


def configure(*apps, **more):
    """Sets Django up with these apps and settings; the addresses will be `urlpatterns` of the program itself."""
    settings.configure(
        INSTALLED_APPS=apps,
        ROOT_URLCONF="__main__",
        ALLOWED_HOSTS=["*"],
        DEBUG=True,
        SECRET_KEY=secrets.token_hex(),
        SESSION_COOKIE_NAME=f"portal{server.server_port}",
        USE_TZ=True,
        **more,
    )
    django.setup()


def serve(path=""):
    """Answers until the end; `path` is where the portal's own addresses begin."""
    server.set_app(WSGIHandler())
    threading.Thread(target=end_with_the_input, daemon=True).start()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(f"ready {url}{path}", flush=True)
    server.serve_forever()


def end_with_the_input():
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)
