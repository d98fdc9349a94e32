"""What Django needs to know. BOWOUT_HOME, BOWOUT_BASE_URL, BOWOUT_SMTP_URL, BOWOUT_IMAP_URL, BOWOUT_REPLY_ADDRESS,
BOWOUT_EDITOR_TOKEN and DATABASE_URL say the rest."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url

from bowout.desk.tagging import must_fit
from bowout.site.home import made, own_file, secret_key

BOWOUT_HOME = made(Path(os.environ.get("BOWOUT_HOME") or "bowout-data").absolute())
BOWOUT_BASE_URL = (os.environ.get("BOWOUT_BASE_URL") or "http://127.0.0.1:8000").rstrip("/")
BOWOUT_SMTP_URL = os.environ.get("BOWOUT_SMTP_URL", "")
# Lets editors on other machines ask the language guard; without it those of this one may, while nobody else can.
BOWOUT_EDITOR_TOKEN = os.environ.get("BOWOUT_EDITOR_TOKEN", "")
# The house's own mailbox for answers: where it is read, and the address that it is reached by.
BOWOUT_IMAP_URL = os.environ.get("BOWOUT_IMAP_URL", "")
BOWOUT_REPLY_ADDRESS = must_fit(os.environ.get("BOWOUT_REPLY_ADDRESS", ""))
BOWOUT_RECEIVED = BOWOUT_HOME / "received"
BOWOUT_IMPORTS = BOWOUT_HOME / "imports"
_BASE = urlsplit(BOWOUT_BASE_URL)
_TLS = _BASE.scheme == "https"
BOWOUT_IS_LOCAL = _BASE.hostname in {"localhost", "127.0.0.1", "::1"}

SECRET_KEY = os.environ.get("BOWOUT_SECRET_KEY") or secret_key(BOWOUT_HOME)
DEBUG = False
# Lets BOWOUT_NOW move the clock of pages and worker, for tests and demonstrations.
DEBUG_CLOCK = os.environ.get("BOWOUT_DEBUG_CLOCK") == "1"
ALLOWED_HOSTS = [_BASE.hostname or "", "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"{_BASE.scheme}://{_BASE.netloc}"]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "bowout.store",
    "bowout.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "bowout.site.headers.content_security_policy",
    "bowout.web.customer.private.private",
    "bowout.site.readable.readable",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "bowout.site.urls"
WSGI_APPLICATION = "bowout.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{own_file(BOWOUT_HOME / 'bowout.sqlite3')}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # Taking the write lock at once makes writers queue; upgrading a read to a write fails instead.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "store.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 10}  # type: ignore[assignment]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = LOGIN_URL

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch"), ("fr", "Français")]

STATIC_URL = "/static/"
STATIC_ROOT = made(BOWOUT_HOME / "static")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "bowout.site.static.Storage"},
}
WHITENOISE_USE_FINDERS = True

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _TLS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _TLS else None
SECURE_HSTS_SECONDS = 31_536_000 if _TLS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "discreet": {
            "()": "bowout.site.logs.Discreet",
            "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "bowout": {"level": "INFO"},
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "ERROR"},
    },
}
