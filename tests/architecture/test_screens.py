"""One word names the address, the view, the template and the test of a screen."""

import ast
import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from types import ModuleType

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.architecture import checkout

APPS = {"accounts", "patient", "practitioner", "library"}
ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Route:
    """One address of an app, for instance `join/<str:code>/`, its name, and the module of its view."""

    app: str
    address: str
    name: str
    module: str

    @property
    def word(self) -> str:
        """The last word of the address that is not an argument; the first page has only its name."""
        literal = [part for part in self.address.split("/") if part and "<" not in part]
        return literal[-1].split(".")[0] if literal else self.name

    @property
    def names(self) -> set[str]:
        """What the address may be called: its word, alone or followed by one of its arguments."""
        return {self.word, *(f"{self.word}-{argument}" for argument in ARGUMENT.findall(self.address))}

    @property
    def screen(self) -> str:
        """The word as it is written in Python and in file names."""
        return self.word.replace("-", "_")


def routes(patterns: list[URLPattern | URLResolver], app: str = "", before: str = "") -> Iterator[Route]:
    """Every address below `patterns`, which belong to the namespace `app`."""
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, pattern.namespace or app, address)
        elif app in APPS:
            yield Route(app, address, pattern.name or "", pattern.callback.__module__)


ROUTES = list(routes(get_resolver().url_patterns))
SCREENS = sorted({(route.app, route.screen) for route in ROUTES})


def module_of(app: str, screen: str) -> ModuleType:
    """The view module of a screen."""
    return importlib.import_module(f"backstride.web.{app}.{screen}")


def drawings(module: ModuleType) -> list[ast.Call]:
    """The places where the view module draws a page."""
    calls = (node for node in ast.walk(checkout.tree(source_of(module))) if isinstance(node, ast.Call))
    return [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "render"]


def hands_over(drawing: ast.Call) -> bool:
    """Whether this drawing gives the template something to show: `render(request, template, context)`."""
    return len(drawing.args) > 2 or any(keyword.arg == "context" for keyword in drawing.keywords)


def source_of(module: ModuleType) -> str:
    """The file of a module, from the root of the checkout."""
    return module.__name__.replace(".", "/") + ".py"


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.app}:{route.name}")
def test_the_word_of_the_address_names_it_and_its_module(route: Route) -> None:
    assert route.name in route.names
    assert route.module == f"backstride.web.{route.app}.{route.screen}"


@pytest.mark.parametrize(("app", "screen"), SCREENS)
def test_a_screen_documents_what_it_shows(app: str, screen: str) -> None:
    module = module_of(app, screen)
    context = getattr(module, "Context", None)
    assert any(map(hands_over, drawings(module))) == (context is not None)
    if context is not None:
        assert is_dataclass(context) and context.__dataclass_params__.frozen
        assert fields(context) and (context.__doc__ or "").strip()


@pytest.mark.parametrize(("app", "screen"), SCREENS)
def test_a_screen_that_draws_has_the_template_of_its_name(app: str, screen: str) -> None:
    template = f"backstride/web/{app}/templates/{app}/{screen}.html"
    assert checkout.has(template) == bool(drawings(module_of(app, screen)))


@pytest.mark.parametrize(("app", "screen"), SCREENS)
def test_a_screen_has_the_test_of_its_name(app: str, screen: str) -> None:
    assert checkout.has(f"tests/web/{app}/test_{screen}.py")
