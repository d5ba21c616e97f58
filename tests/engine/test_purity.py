"""The engine is pure: no clock, chance, disk or state of its own (architecture, three layers)."""

import ast
from pathlib import Path

import pytest

import backstride.engine

FILES = sorted(Path(backstride.engine.__file__).parent.glob("*.py"))
ALLOWED = {
    "__future__", "backstride", "bisect", "collections", "dataclasses", "datetime", "enum", "functools", "itertools", "math",
    "operator", "statistics", "types", "typing",
}  # fmt: skip
FORBIDDEN_CALLS = {"open", "print", "input", "eval", "exec", "compile", "__import__", "globals", "vars", "id", "hash"}
CLOCKS = {"today", "now", "utcnow", "fromtimestamp", "time"}


def tree(path: Path) -> ast.Module:
    """The syntax of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> set[str]:
    """The top-level modules a file imports, and for the project itself the package below it."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        found |= set(names)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_imports_a_few_modules_of_the_standard_library(path: Path) -> None:
    """architecture: standard library only; no disk, clock, chance, logging."""
    names = imported(path)
    assert {name.split(".")[0] for name in names} <= ALLOWED
    assert all(name.startswith("backstride.engine") for name in names if name.startswith("backstride"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_asks_no_clock_and_touches_nothing_outside(path: Path) -> None:
    """architecture: dates come in as arguments."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in FORBIDDEN_CALLS, f"{path.name}:{node.lineno}"
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
        ):
            named = (node.func.value.id, node.func.attr)
            assert not (named[0] in ("date", "datetime", "time") and named[1] in CLOCKS), f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_keeps_no_state(path: Path) -> None:
    """architecture: frozen values and functions; nothing is remembered between calls."""
    for node in ast.walk(tree(path)):
        assert not isinstance(node, ast.Global | ast.Nonlocal), f"{path.name}:{node.lineno}"
        if isinstance(node, ast.ClassDef):
            for mark in node.decorator_list:
                if isinstance(mark, ast.Call) and getattr(mark.func, "id", "") == "dataclass":
                    assert any(word.arg == "frozen" for word in mark.keywords), f"{path.name}: {node.name}"
