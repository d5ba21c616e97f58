"""Programs that come from the operating system: finding them, and installing them where that is allowed."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
POSTGRES_NAMES = ("initdb", "postgres")


def chromium() -> Path | None:
    """The browser that the journeys drive, installed first if this computer allows it."""
    return find(CHROMIUM_NAMES) or (find(CHROMIUM_NAMES) if install("chromium") else None)


def postgres_directory() -> Path | None:
    """Where initdb and postgres are, installed first if this computer allows it."""
    return find_postgres() or (find_postgres() if install("postgresql") else None)


def find(names: Sequence[str]) -> Path | None:
    """The first of the programs `names` that this computer has."""
    return next((Path(found) for name in names if (found := shutil.which(name))), None)


def find_postgres() -> Path | None:
    # Debian keeps the server's programs out of PATH, in one directory a version.
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    on_path = [Path(found).resolve().parent for name in POSTGRES_NAMES if (found := shutil.which(name))]
    return next(
        (place for place in (*on_path, *versions) if all((place / name).exists() for name in POSTGRES_NAMES)), None
    )


def _version(directory: Path) -> int:
    name = directory.parent.name
    return int(name) if name.isdigit() else 0


def install(package: str) -> bool:
    """Install `package` with apt, which needs root; otherwise say loudly what is missing. True when it went well."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        print(f"\n!!! {package} is missing. On Debian or Ubuntu: sudo apt-get install {package}\n", flush=True)
        return False
    print(f"Backstride: installing {package} with apt-get", flush=True)
    return _apt("update") and _apt("install", "--yes", "--no-install-recommends", package)


def _apt(*words: str) -> bool:
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(["apt-get", "-qq", *words], env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    if done.returncode:
        print(f"\n!!! apt-get {' '.join(words)} failed; its reason stands above.\n", flush=True)
    return done.returncode == 0
