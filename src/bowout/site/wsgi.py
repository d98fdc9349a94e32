"""The door for gunicorn: ``gunicorn bowout.site.wsgi``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bowout.site.settings")
application = get_wsgi_application()
