"""Who may see what, and what the others see instead."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from backstride.web.accounts.access import patient_required, practitioner_required
from backstride.web.accounts.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.routes")]
View = Callable[..., HttpResponse]


def secret(request: HttpRequest) -> HttpResponse:
    """A page that only some may see."""
    return HttpResponse("secret")


def ask(view: View, person: User | AnonymousUser) -> HttpResponse:
    """The answer of `view` to this person."""
    request = RequestFactory().get("/somewhere/?day=2")
    request.user = person
    return view(request)


@pytest.mark.parametrize(
    ("guard", "who", "status"),
    [
        (patient_required, "bob", 200),
        (patient_required, "alice", 403),
        (practitioner_required, "alice", 200),
        (practitioner_required, "bob", 403),
    ],
)
def test_everyone_sees_their_own_side(
    request: pytest.FixtureRequest, guard: Callable[[View], View], who: str, status: int
) -> None:
    """A patient's page is not a practitioner's, and the other way round; nobody sees a bare refusal."""
    response = ask(guard(secret), request.getfixturevalue(who))
    assert response.status_code == status
    assert (b"secret" in response.content) == (status == 200)
    assert (b"Go to my page" in response.content) == (status == 403)


@pytest.mark.parametrize("guard", [patient_required, practitioner_required])
def test_a_stranger_is_asked_to_sign_in_and_comes_back(guard: Callable[[View], View]) -> None:
    """The address is kept whole."""
    assert ask(guard(secret), AnonymousUser())["Location"] == "/sign-in/?next=%2Fsomewhere%2F%3Fday%3D2"


def test_a_person_on_a_device_has_the_patients_pages() -> None:
    """No clinic is needed for a program."""
    person = User.objects.create_user(kind=User.Kind.DEVICE)
    assert ask(patient_required(secret), person).status_code == 200
