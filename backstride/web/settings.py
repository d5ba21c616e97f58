"""Settings of the web part, read from BACKSTRIDE_* environment variables; every one of them has a working default but one.

The one without a default is the emergency number: see `installation.require_emergency_number`, which the server calls when it starts.
"""

import os
from importlib.util import find_spec
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF

from backstride.web.installation import is_on, secret_key

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "backstride" / "web"
DATA = Path(os.environ.get("BACKSTRIDE_DATA", "data")).resolve()
BUILD = DATA / "build"

DEMO = is_on(os.environ.get("BACKSTRIDE_DEMO", "off"))
EMERGENCY_NUMBER = os.environ.get("BACKSTRIDE_EMERGENCY_NUMBER", "").strip()
# Tests let the player run faster than real; nothing else may.
PLAYER_SPEED = is_on(os.environ.get("BACKSTRIDE_PLAYER_SPEED", "off"))
# A file of the owner's own; none is shipped, because the license to use SNOMED is theirs to hold.
SNOMED = os.environ.get("BACKSTRIDE_SNOMED", "").strip()
HTTPS = is_on(os.environ.get("BACKSTRIDE_HTTPS", "off"))

DEBUG = False
SECRET_KEY = secret_key(os.environ.get("BACKSTRIDE_SECRET_KEY", ""), DATA)
ALLOWED_HOSTS = [
    host.strip() for host in os.environ.get("BACKSTRIDE_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if host.strip()
]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if HTTPS]

ROOT_URLCONF = "backstride.web.urls"
WSGI_APPLICATION = "backstride.web.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    # Accounts and records own the tables, the others own screens; an app imports only from those before it.
    "backstride.web.accounts",
    "backstride.web.records",
    "backstride.web.patient",
    "backstride.web.practitioner",
    "backstride.web.library",
    "backstride.web.components",
]
# The invented people may be left out of an installation.
if find_spec("backstride.web.demo"):
    INSTALLED_APPS.append("backstride.web.demo")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "backstride.web.headers.permissions_policy",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "csp.context_processors.nonce",
                "backstride.web.installation.describe",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "backstride.web.components.templatetags.charts",
                "backstride.web.components.templatetags.figures",
                "backstride.web.components.templatetags.marks",
                "backstride.web.components.templatetags.pages",
                "backstride.web.components.templatetags.panels",
                "backstride.web.components.templatetags.questions",
                "backstride.web.components.templatetags.rows",
            ],
        },
    }
]

# --- data ---------------------------------------------------------------------------------------------------------------------

# IMMEDIATE is the setting that matters: a transaction that reads before it writes otherwise fails with "database is locked".
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000; PRAGMA foreign_keys=ON;"
    " PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728; PRAGMA cache_size=-16000;",
}


def database() -> dict[str, object]:
    """The one database: BACKSTRIDE_DATABASE_URL, or an SQLite file in the data directory."""
    url = os.environ.get("BACKSTRIDE_DATABASE_URL") or f"sqlite:///{DATA / 'backstride.sqlite3'}"
    chosen: dict[str, object] = dict(dj_database_url.parse(url))
    if str(chosen["ENGINE"]).endswith("sqlite3"):
        return chosen | {"CONN_MAX_AGE": None, "OPTIONS": SQLITE_OPTIONS}
    return chosen | {"CONN_MAX_AGE": 0, "OPTIONS": {"pool": {"min_size": 1, "max_size": 4}}}


DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Files, so that all server processes count failed sign-ins together without a table of their own.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": DATA / "cache"}}

# --- who is asking ------------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "accounts:sign-in"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# --- language and time --------------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [WEB / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("BACKSTRIDE_TIME_ZONE") or os.environ.get("TZ") or "UTC"

# --- files that do not change -------------------------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
FIGURES_DRAWN = ROOT / "backstride" / "figures" / "drawn"
FONTS_BUILT = (BUILD / "css" / "fonts.css").exists()
STATICFILES_DIRS: list[object] = [WEB / "static"]
if BUILD.exists():
    STATICFILES_DIRS.append(BUILD)
if FIGURES_DRAWN.exists():
    STATICFILES_DIRS.append(("figures", FIGURES_DRAWN))

# Before collectstatic has run, files are served from where they are written: a fresh checkout works at once.
COLLECTED = (STATIC_ROOT / "staticfiles.json").exists()
WHITENOISE_USE_FINDERS = not COLLECTED
WHITENOISE_AUTOREFRESH = not COLLECTED
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "backstride.web.static_files.StaticFiles"},
}

# --- what browsers may do -----------------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS

# --- what is written down -----------------------------------------------------------------------------------------------------

# Ids only. Django's request log carries paths, never form values; nothing here may log names, addresses or answers.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"backstride": {"handlers": ["console"], "level": "INFO", "propagate": False}},
}
