"""Settings. What differs from machine to machine comes from the environment; these are all the variables:

WHICHWAY_ENV      `demo` (set by `make run`) needs nothing else: it fills every gap below, keeps what it makes in
                  var/, and speaks plain HTTP on this machine only. Anything else is production, which starts only
                  when the next eight are there.
SECRET_KEY        signs sessions and tokens.
QUIZ_COOKIE_KEYS  seal the answers in the visitor's cookie. The first key encrypts, the others only decrypt: to
                  change the key, put a new one in front and take the old one away a day later.
RESULT_LINK_SALTS derive, from the secret in a link, where a kept result is stored and the key that opens it. The
                  first salt makes new links, all of them open: see triage/sharing/tokens.py for changing it.
ALLOWED_HOSTS     the host names this site answers to.
DATABASE_URL      postgresql://user:password@host/name, or sqlite:////path/to/file.
SITE_URL          the URL of the site, such as https://whichway.example: for the links in letters.
EMAIL_URL         smtp://user:password@host:587?tls=1, smtps://user:password@host, or console:// to print letters.
EMAIL_FROM        the address that letters to coaches come from; answers to them arrive there.
BEHIND_PROXY      `1` when a proxy in front speaks HTTPS and always sets X-Forwarded-Proto and X-Forwarded-For itself.
RESULT_LINK_DAYS, RESULT_LINK_MAX_DAYS
                  for how many days a result is kept (90), and for how many its owner may keep it (365).
SHARE_LINK_MAX_DAYS
                  for how many days a result can be shared at most (30).
DEBUG             `1` shows error pages with their code; only in the demo, ignored elsewhere.
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from triage.infrastructure.databases import database
from triage.infrastructure.environment import read_environment
from triage.infrastructure.mail import SECONDS

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"
_env = read_environment(os.environ, VAR)

DEMO = _env.demo
DEBUG = _env.debug
SECRET_KEY = _env.secret_key
QUIZ_COOKIE_KEYS = _env.quiz_cookie_keys
RESULT_LINK_SALTS = _env.result_link_salts
RESULT_LINK_DAYS = _env.days["RESULT_LINK_DAYS"]
RESULT_LINK_MAX_DAYS = _env.days["RESULT_LINK_MAX_DAYS"]
SHARE_LINK_MAX_DAYS = _env.days["SHARE_LINK_MAX_DAYS"]
BEHIND_PROXY = _env.behind_proxy
ALLOWED_HOSTS = _env.allowed_hosts
DATABASES = {"default": database(_env.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ROOT_URLCONF = "triage.urls"
WSGI_APPLICATION = "triage.wsgi.application"
INSTALLED_APPS = [
    "triage",
    "django_htmx",
    "template_partials",
    "coaches.desk.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "import_export",
    "simple_history",
    "axes",
    # Last: after a migration its groups are given permissions that the apps above have made by then.
    "coaches",
]
MIDDLEWARE = [
    # Outermost, so that static files and errors pass through it too.
    "triage.infrastructure.headers.add_headers",
    "triage.infrastructure.errors.explain_refused_methods",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "triage.infrastructure.compression.CompressLongPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    # Last, as it says itself.
    "axes.middleware.AxesMiddleware",
]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
TEMPLATE_LOADERS = ["triage.infrastructure.templates.Loader", "django.template.loaders.app_directories.Loader"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [("django.template.loaders.cached.Loader", TEMPLATE_LOADERS)],
                )
            ],
            "builtins": ["template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

STATIC_URL = "static/"
STATIC_ROOT: Path | None = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Pages name only the files with a hash in their name; static files here are for this site's own pages.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Bytes, of all files that one request sends; the forms that take files allow as much for each.
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["triage.infrastructure.uploads.InMemory"]

SITE_URL = _env.site_url
EMAIL_BACKEND = _env.mail.backend
EMAIL_HOST = _env.mail.host
EMAIL_PORT = _env.mail.port
EMAIL_HOST_USER = _env.mail.user
EMAIL_HOST_PASSWORD = _env.mail.password
EMAIL_USE_TLS = _env.mail.tls
EMAIL_USE_SSL = _env.mail.ssl
EMAIL_TIMEOUT = SECONDS
DEFAULT_FROM_EMAIL = _env.mail_from

LANGUAGE_CODE = "en-us"
# Those that there are words for, so that no page says it is in another one; add a language with its translation.
LANGUAGES = [("en", "English"), ("en-gb", "British English"), ("en-au", "Australian English")]
LOCALE_PATHS = [BASE_DIR / "triage" / "locale"]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

_RULES = ["UserAttributeSimilarity", "MinimumLength", "CommonPassword", "NumericPassword"]
AUTH_PASSWORD_VALIDATORS = [{"NAME": f"django.contrib.auth.password_validation.{rule}Validator"} for rule in _RULES]

# The demo has no certificate; everything else about it is as in production.
SECURE_SSL_REDIRECT = not DEMO
SECURE_HSTS_SECONDS = 0 if DEMO else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEMO
if _env.behind_proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Asking browsers to build HTTPS in for a whole domain is for the domain's owner to decide.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SECURE_CONTENT_TYPE_NOSNIFF = True
# Neither stricter nor looser: `no-referrer` breaks a plain form's CSRF check, `same-origin` puts paths into logs.
SECURE_REFERRER_POLICY = "strict-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Browsers take a __Host- cookie only over HTTPS and from this very host.
_COOKIE_PREFIX = "" if DEMO else "__Host-"
SESSION_COOKIE_NAME = f"{_COOKIE_PREFIX}sessionid"
SESSION_COOKIE_SECURE = not DEMO
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = f"{_COOKIE_PREFIX}csrftoken"
CSRF_COOKIE_SECURE = not DEMO
CSRF_COOKIE_HTTPONLY = True
# Strict would hide the cookie on arrival from another site, and the new one would break forms open in other tabs.
CSRF_COOKIE_SAMESITE = "Lax"
QUIZ_COOKIE_NAME = f"{_COOKIE_PREFIX}answers"
QUIZ_COOKIE_SECURE = not DEMO
# Not __Host-, which would send it everywhere: only a coach's own pages need it.
COACH_COOKIE_NAME = "coach" if DEMO else "__Secure-coach"
COACH_COOKIE_SECURE = not DEMO
SHORTLIST_COOKIE_NAME = f"{_COOKIE_PREFIX}shortlist"
SHORTLIST_COOKIE_SECURE = not DEMO
CSRF_FAILURE_VIEW = "triage.infrastructure.errors.csrf_failure"

# Five wrong passwords for one name from one IP address close the desk's door to them for a quarter of an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "triage.infrastructure.limits.client_ip"
AXES_LOCKOUT_CALLABLE = "triage.infrastructure.errors.locked_out"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

# A reason can be as long as it needs to be.
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True
# A way back to an earlier state would go round the guards.
SIMPLE_HISTORY_REVERT_DISABLED = True

# Where the quick exit leads: a page that anybody might have open.
QUICK_EXIT_URL = "https://www.wikipedia.org/"

# What the directory asks before it takes something from a visitor; it knows nothing of who counts.
LIMIT_VISITORS = "triage.infrastructure.limits.allow_visitor"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Without Django's own handlers, which could mail a report that holds what a visitor typed.
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        # Even where everything else is debugged: it would write down all that a page is made of, answers too.
        "django.template": {"level": "WARNING"},
    },
}
