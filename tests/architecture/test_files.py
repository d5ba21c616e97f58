"""Files stay short, say what they are, bear names of things and know nothing of one machine."""

import ast
import re
from pathlib import Path

from tests.architecture import checkout

LONGEST = 300
# A file named after a pattern, or after nothing, has not been understood yet.
FORBIDDEN_NAMES = {
    "util", "utils", "utilities", "helper", "helpers", "common", "core", "misc", "lib",
    "service", "services", "manager", "managers", "mixin", "mixins", "constants", "signals", "base",
}  # fmt: skip
SOMEBODYS_DIRECTORY = re.compile(r"(?<![\w.$}~-])/(home|Users|root|work|workspace|mnt)/\w")
LEFT_OVER = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|NotImplemented" + r"Error)\b")
SKIPPING = {"skip", "skipif", "xfail", "importorskip", "skipTest", "skipUnless"}
PYTHON = checkout.ending(".py")
WRITTEN = checkout.ending(".py", ".js", ".css", ".html")


def test_a_file_fits_in_the_head() -> None:
    lengths = {name: len(checkout.text(name).splitlines()) for name in WRITTEN}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_a_module_says_what_it_is() -> None:
    assert [name for name in PYTHON if not (ast.get_docstring(checkout.tree(name)) or "").strip()] == []


def test_a_module_is_named_after_a_thing() -> None:
    paths = [Path(name) for name in PYTHON if name.startswith("backstride/")]
    assert [path for path in paths if FORBIDDEN_NAMES.intersection({*path.parent.parts, path.stem})] == []


def test_nothing_names_a_directory_of_one_machine() -> None:
    here = str(checkout.ROOT)
    found = [
        f"{name}:{number}"
        for name in checkout.files()
        if (content := readable(name)) is not None
        for number, line in enumerate(content.splitlines(), start=1)
        if here in line or SOMEBODYS_DIRECTORY.search(line)
    ]
    assert not found


def readable(name: str) -> str | None:
    """The text of the file, or None for pictures and fonts."""
    try:
        return checkout.text(name)
    except UnicodeDecodeError:
        return None


def test_nothing_is_left_to_be_done() -> None:
    assert [name for name in checkout.ending(".py", ".js") if LEFT_OVER.search(checkout.text(name))] == []


def test_no_test_is_skipped() -> None:
    tests = [name for name in PYTHON if name.startswith("tests/")]
    assert [name for name in tests if SKIPPING & attributes(name)] == []


def attributes(name: str) -> set[str]:
    """The names after a dot in a Python file, such as the marks of its tests."""
    return {node.attr for node in ast.walk(checkout.tree(name)) if isinstance(node, ast.Attribute)}
