"""The server's entry: `granian --interface wsgi backstride.web.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

from backstride.web.installation import require_emergency_number

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backstride.web.settings")
require_emergency_number()
application = get_wsgi_application()
