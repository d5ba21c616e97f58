"""The arrows of the architecture: who may import whom, and that the engine needs nothing but Python."""

import ast
import subprocess
import sys
from pathlib import Path

from tests.architecture import checkout

ENGINE = [name for name in checkout.ending(".py") if name.startswith("backstride/engine/")]


def test_the_contracts_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program], cwd=checkout.ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_engine_needs_nothing_but_python() -> None:
    modules = {module.split(".")[0] for name in ENGINE for module in imported(name)}
    assert modules - sys.stdlib_module_names <= {"backstride"}


def imported(name: str) -> set[str]:
    """The modules that a file imports, wherever in the file it does."""
    nodes = list(ast.walk(checkout.tree(name)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
