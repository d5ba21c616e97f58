"""A rule is one file and one function with the same id: `group/name`."""

import ast
import re

import pytest

from tests.architecture import checkout

RULES = "backstride/knowledge/rules/"
RULE_ID = re.compile(r"[a-z_-]+/[a-z_-]+")


def filed() -> list[str]:
    """The ids of the rules in force, as the files give them."""
    names = [name for name in checkout.ending(".yaml") if name.startswith(RULES)]
    kept = [name for name in names if not re.search(r"^status: *retired", checkout.text(name), re.MULTILINE)]
    return [name.removeprefix(RULES).removesuffix(".yaml") for name in kept]


def named() -> list[tuple[str, str]]:
    """The ids that the engine names, each with the file that does."""
    sources = [name for name in checkout.ending(".py") if name.startswith("backstride/engine/")]
    return sorted({(value, source) for source in sources for value in words(source) if RULE_ID.fullmatch(value)})


def words(source: str) -> set[str]:
    """The strings written in a Python file."""
    constants = (node.value for node in ast.walk(checkout.tree(source)) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str)}


@pytest.mark.parametrize("rule", filed())
def test_every_rule_has_its_function(rule: str) -> None:
    assert RULE_ID.fullmatch(rule)
    group, name = rule.split("/")
    source = f"backstride/engine/{group.replace('-', '_')}.py"
    assert checkout.has(source)
    assert name.replace("-", "_") in checkout.functions(source)


@pytest.mark.parametrize(("rule", "source"), named())
def test_every_rule_the_engine_names_is_filed(rule: str, source: str) -> None:
    assert checkout.has(f"{RULES}{rule}.yaml"), f"{source} names a rule that nobody has written down"


def test_every_rule_is_named_by_the_engine() -> None:
    assert set(filed()) - {rule for rule, _ in named()} == set()


@pytest.mark.parametrize("rule", filed())
def test_every_number_of_a_rule_is_read(rule: str) -> None:
    """A clinician who changes a number changes what happens; a number nobody reads would be a promise not kept."""
    block = re.search(r"^numbers:\n((?:  .*\n)*)", checkout.text(f"{RULES}{rule}.yaml"), re.MULTILINE)
    names = re.findall(r"^  ([a-z0-9_]+):", block.group(1), re.MULTILINE) if block else []
    sources = [name for name in checkout.ending(".py") if name.startswith("backstride/")]
    read = {value for source in sources for value in words(source)}
    unread = [name for name in names if name not in read and not name.startswith("ceiling_phase")]
    assert not unread
