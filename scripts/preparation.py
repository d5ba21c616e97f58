"""What must be ready before Backstride serves: tables, fonts, static files and, in the demo, its people."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Step:
    """A management command that is run again only when the files it depends on have changed.

    `command` is its name with its options. `sources` are glob patterns from the root of the checkout. `stores` says that the command writes to the database,
    so that a new database needs it again; `builds` names what it leaves in the data directory. `daily`: the demo's days are
    told relative to today, so that they are laid out anew when the date has changed.
    """

    command: str
    saying: str
    sources: tuple[str, ...]
    stores: bool = False
    builds: str = ""
    daily: bool = False

    @property
    def name(self) -> str:
        """The command without its options."""
        return self.command.split()[0]


LOCK = "requirements.txt"
TYPEFACE = (LOCK, "backstride/web/components/typeface.py", "backstride/web/**/build_fonts.py")
STATIC = ("backstride/web/settings.py", "backstride/web/**/static/**/*", "backstride/figures/drawn/*")
STEPS = (
    Step(
        "migrate --noinput --verbosity=0",
        "preparing the database",
        (LOCK, "backstride/web/*/migrations/*.py"),
        stores=True,
    ),
    Step("build_fonts", "cutting the typeface", TYPEFACE, builds="build"),
    Step("collectstatic --noinput --verbosity=0", "collecting static files", (*TYPEFACE, *STATIC), builds="static"),
)
DEMO_STEP = Step(
    "load_demo",
    "loading the demo",
    (
        "backstride/web/demo/**/*",
        "backstride/web/*/migrations/*.py",
        "backstride/knowledge/**/*.yaml",
        "backstride/engine/*.py",
    ),
    stores=True,
    daily=True,
)


def is_demo() -> bool:
    """Whether the environment asks for the demo."""
    return os.environ.get("BACKSTRIDE_DEMO", "off").strip().lower() in {"on", "yes", "true", "1"}


def data_directory() -> Path:
    """Where everything lives that this installation knows; made for its owner's eyes only."""
    path = Path(os.environ.get("BACKSTRIDE_DATA") or ROOT / "data").resolve()
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ["BACKSTRIDE_DATA"] = str(path)
    return path


def prepare() -> None:
    """Run the steps whose sources have changed since they last ran here.

    Raises:
        SystemExit: with the reason, when this data directory or these settings cannot be used.
    """
    require_emergency_number()
    data = data_directory()
    (data / "stamps").mkdir(exist_ok=True)
    keep_demo_and_real_apart(data)
    for step in steps():
        if not is_done(step, data):
            perform(step, data)


def steps() -> tuple[Step, ...]:
    """The steps this installation needs, in order."""
    return (*STEPS, DEMO_STEP) if is_demo() else STEPS


def require_emergency_number() -> None:
    """Refuse a real installation without the local emergency number, before anything is made for it.

    Raises:
        SystemExit: with the words of the web part, which refuses as well.
    """
    if is_demo() or os.environ.get("BACKSTRIDE_EMERGENCY_NUMBER", "").strip():
        return
    from backstride.web.installation import MISSING_NUMBER

    raise SystemExit(f"Backstride: {MISSING_NUMBER}")


def keep_demo_and_real_apart(data: Path) -> None:
    """Refuse a data directory of the other kind: anybody may enter as the demo's people.

    Raises:
        SystemExit: the directory holds a demo and the demo is off, or the other way round.
    """
    kind, mark = ("demo" if is_demo() else "real"), data / "stamps" / "kind"
    if not mark.exists():
        mark.write_text(kind)
    if (found := mark.read_text()) != kind:
        holds, asked = ("the demo", "a real installation") if found == "demo" else ("a real installation", "the demo")
        raise SystemExit(
            f"Backstride: {data} holds {holds}, and {asked} was asked for."
            " Set BACKSTRIDE_DATA to another directory, or BACKSTRIDE_DEMO to what this one is."
        )


def is_done(step: Step, data: Path) -> bool:
    """Whether `step` has already run on the present sources, here."""
    if step.builds and not (data / step.builds).exists():
        return False
    last = stamp(step, data)
    return last.exists() and last.read_text() == fingerprint(step, data)


def perform(step: Step, data: Path) -> None:
    """Run the command of `step` and remember on what it ran.

    Raises:
        SystemExit: the command failed; it has said why.
    """
    print(f"Backstride: {step.saying}", flush=True)
    # Each in a process of its own: the settings look at what the earlier ones have built.
    done = subprocess.run([sys.executable, "manage.py", *step.command.split()], cwd=ROOT, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise SystemExit(f"Backstride: `manage.py {step.command}` failed; the reason stands above.")
    stamp(step, data).write_text(fingerprint(step, data))


def stamp(step: Step, data: Path) -> Path:
    """The file that remembers on what `step` last ran."""
    return data / "stamps" / step.name


def fingerprint(step: Step, data: Path) -> str:
    """A digest of the files `step` depends on, of this checkout's place and, if it stores rows, of the database."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in sorted(source_files(step)):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    if step.stores:
        digest.update(database_identity(data).encode())
    if step.daily:
        digest.update(datetime.now(tz=UTC).date().isoformat().encode())
    return digest.hexdigest()


def source_files(step: Step) -> Iterator[Path]:
    """The files that the patterns of `step` name now."""
    for pattern in step.sources:
        yield from (path for path in ROOT.glob(pattern) if path.is_file() and path.suffix != ".pyc")


def database_identity(data: Path) -> str:
    """What tells this database from another one: its address, or which file it is."""
    if url := os.environ.get("BACKSTRIDE_DATABASE_URL"):
        return url
    file = data / "backstride.sqlite3"
    return str(file.stat().st_ino) if file.exists() else "none"


if __name__ == "__main__":
    prepare()
    print("Backstride: everything is ready; ./run serve starts it")
