"""Answering the patient's screens the way a person does, and looking at what was kept."""

from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from backstride.engine.codec import from_plain
from backstride.engine.program import Program
from backstride.web.records.models import Episode, Snapshot

QUESTIONS = "/screening/"
MOST = 40


def answer(client: Client, said: str, **more: Any) -> HttpResponse:
    """Tap one answer on the question shown now."""
    question = client.get(QUESTIONS).context["screen"].question
    return send(client, f"{question.flag}{'+' if question.follow else ''}", said, **more)


def send(client: Client, question: str, said: str, **more: Any) -> HttpResponse:
    """Send an answer as the page of that question would; "N1+" is the further question of N1."""
    return client.post(QUESTIONS, {"question": question, "answer": said, "event_id": str(uuid4())} | more)


def answer_until(client: Client, flag: str) -> None:
    """Say no until this question is shown."""
    for _ in range(MOST):
        if client.get(QUESTIONS).context["screen"].question.flag == flag:
            return
        answer(client, "no")
    raise AssertionError(f"{flag} was never asked")


def answer_all(client: Client, **said: str) -> str:
    """Answer every question, no unless `said` otherwise; the address the last answer leads to."""
    for _ in range(MOST):
        page = client.get(QUESTIONS)
        flag = page.context["screen"].question.flag
        onward = answer(client, said.get(flag, "no")).headers["Location"]
        if onward != QUESTIONS:
            return onward
    raise AssertionError("the questions never end")


def kinds(episode: Episode) -> list[str]:
    """The kinds of the events of an episode, in order."""
    return list(episode.events.order_by("sequence").values_list("kind", flat=True))


def program_in_force(episode: Episode) -> Program:
    """The program as it is stored now."""
    return from_plain(Program, Snapshot.objects.get(episode=episode).program)


def text(response: HttpResponse) -> str:
    """The page as one line of text, entities of quotes resolved."""
    return " ".join(response.content.decode().replace("&#x27;", "'").split())
