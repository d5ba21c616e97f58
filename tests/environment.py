"""What the tests tell the settings, set before Django reads them: a throw-away data directory and an emergency number."""

import atexit
import os
import shutil
import tempfile


def _throw_away_directory() -> str:
    path = tempfile.mkdtemp(prefix="backstride-tests-")
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


if "BACKSTRIDE_DATA" not in os.environ:
    os.environ["BACKSTRIDE_DATA"] = _throw_away_directory()
os.environ.setdefault("BACKSTRIDE_EMERGENCY_NUMBER", "112")
# Playwright keeps an event loop running, which Django would otherwise take for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
