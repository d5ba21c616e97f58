"""The people of the web tests: Alice, a practitioner; Bob, her patient; Charlie, a practitioner of another clinic."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from backstride.web.accounts.models import Clinic, Membership, User

PASSWORD = "a long enough secret"
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 756 532" role="img"><title>{0}</title>\
<desc>The right leg of {0}.</desc><style>svg{{}}</style><path d="M0 0h9"/></svg>
"""
Draw = Callable[..., None]


@pytest.fixture(autouse=True)
def quick_and_real(settings: Settings) -> None:
    """A real installation with cheap passwords and failed sign-ins counted in memory."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    settings.DEMO = False
    settings.EMERGENCY_NUMBER = "112"


@pytest.fixture
def demo(settings: Settings) -> None:
    """The demo is on, and no emergency number is set."""
    settings.DEMO = True
    settings.EMERGENCY_NUMBER = ""


@pytest.fixture
def clinic(db: None) -> Clinic:
    """The clinic of Alice and Bob."""
    return Clinic.objects.create(name="Hillside Clinic")


@pytest.fixture
def other_clinic(db: None) -> Clinic:
    """The clinic of Charlie."""
    return Clinic.objects.create(name="Harbor Clinic")


def practitioner(name: str, clinic: Clinic) -> User:
    """A physical therapist who can sign in as <name>@example.org with PASSWORD."""
    person = User.objects.create_user(
        kind=User.Kind.PRACTITIONER,
        profession=User.Profession.PHYSICAL_THERAPIST,
        display_name=name,
        email=f"{name.lower()}@example.org",
        password=PASSWORD,
    )
    Membership.objects.create(user=person, clinic=clinic, role=Membership.Role.PRACTITIONER)
    return person


@pytest.fixture
def alice(clinic: Clinic) -> User:
    """A practitioner."""
    return practitioner("Alice", clinic)


@pytest.fixture
def charlie(other_clinic: Clinic) -> User:
    """A practitioner who has nothing to do with Bob."""
    return practitioner("Charlie", other_clinic)


@pytest.fixture
def bob(db: None) -> User:
    """A patient."""
    return User.objects.create_user(kind=User.Kind.PATIENT, display_name="Bob")


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """A browser in which this person is signed in."""

    def browser(person: User) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return browser


@pytest.fixture
def draw(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Draw:
    """Draws by file name, for instance `draw("BRG01-1", "COR06-knees-1")`; nothing else is drawn."""
    settings.FIGURES_DRAWN = tmp_path
    monkeypatch.setattr("backstride.figures.DRAWN", tmp_path)

    def write(*names: str) -> None:
        for name in names:
            (tmp_path / f"{name}.svg").write_text(DRAWING.format(name), encoding="utf-8")

    return write
