"""The files of the checkout as the architecture tests see them: tracked, or new and not ignored."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRIVATE = {".git", ".venv", "data", "__pycache__"}


@cache
def files() -> tuple[str, ...]:
    """Paths from the root, in order."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    named = listing.stdout.split("\0") if listing.returncode == 0 else _walked()
    return tuple(sorted(name for name in named if name and (ROOT / name).is_file()))


def _walked() -> list[str]:
    # An unpacked archive has no index; then everything that is not made by ./run counts.
    paths = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
    return [str(path) for path in paths if not PRIVATE.intersection(path.parts)]


def has(name: str) -> bool:
    """Whether the checkout has this file."""
    return name in files()


def ending(*suffixes: str) -> list[str]:
    """The files whose names end so; those written by `makemigrations` do not count."""
    return [name for name in files() if name.endswith(suffixes) and "/migrations/" not in name]


def text(name: str) -> str:
    """What the file says."""
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def tree(name: str) -> ast.Module:
    """The syntax of a Python file."""
    return ast.parse(text(name), filename=name)


def functions(name: str) -> set[str]:
    """The functions a Python file defines at its top level or in its classes."""
    bodies = [tree(name).body, *(node.body for node in tree(name).body if isinstance(node, ast.ClassDef))]
    return {node.name for body in bodies for node in body if isinstance(node, ast.FunctionDef)}
