"""Summary: one page to print and take to a practitioner, with no name on it."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from backstride.engine.assessment import Answer
from backstride.web.accounts.access import patient_required
from backstride.web.components.templatetags.questions import PLACES
from backstride.web.patient.draft import Draft, Telling, draft_of, keep
from backstride.web.patient.onward import next_step
from backstride.web.patient.summary_form import Story
from backstride.web.patient.visitor import episode_and_program
from backstride.web.records.library import library
from backstride.web.records.models import Episode

SAID: dict[str, Promise] = {"yes": _("Yes"), "no": _("No"), "unsure": _("Not sure")}


@dataclass(frozen=True)
class Line:
    """One question and its answer, in words; `more` is the further question with its answer, or the items ticked.

    `stated_on` is when the person stated that it is known and stable, None when they did not.
    """

    question: str
    said: str | Promise
    more: str
    stated_on: date | None


@dataclass(frozen=True)
class Context:
    """What the page shows: the `form` while something is still asked, else the `telling` to print.

    `not_no` are the answers that were not a plain no, `no` the questions answered no; asked on the date `asked_on`.
    """

    form: Story | None
    values: dict[str, Any]
    telling: Telling | None
    place: str | Promise
    not_no: tuple[Line, ...]
    no: tuple[str, ...]
    asked_on: date


@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def summary(request: HttpRequest) -> HttpResponse:
    """Ask for the pain first; on POST keep it; then show the page to print."""
    episode, program = episode_and_program(request)
    draft = draft_of(episode) if episode is not None else Draft()
    if episode is None or program is not None or draft.asking is None:
        return redirect(next_step(episode, program))
    telling = draft.telling
    if request.method == "POST":
        return _take(request, episode, draft)
    if telling is not None and "change" not in request.GET:
        return _show(request, draft, None)
    return _show(request, draft, Story(initial=asdict(telling) if telling else {}))


def _take(request: HttpRequest, episode: Episode, draft: Draft) -> HttpResponse:
    form = Story(request.POST)
    if not form.is_valid():
        return _show(request, replace(draft, telling=None), form, status=422)
    keep(episode, replace(draft, telling=form.telling(episode.today())))
    return redirect("patient:summary")


def _show(request: HttpRequest, draft: Draft, form: Story | None, status: int = 200) -> HttpResponse:
    telling, asking = draft.telling, draft.asking
    assert asking is not None
    stated = {one.flag: one.on for one in draft.known}
    context = Context(
        form=form,
        values={name: form[name].value() for name in form.fields} if form is not None else {},
        telling=telling,
        place=PLACES[telling.place] if telling is not None else "",
        not_no=tuple(_line(one, stated.get(one.flag)) for one in asking.answers if one.said != "no"),
        no=tuple(_in_full(one.flag) for one in asking.answers if one.said == "no"),
        asked_on=asking.on,
    )
    return render(request, "patient/summary.html", {"screen": context}, status=status)


def _in_full(flag_id: str) -> str:
    flag = library().flags[flag_id]
    return " ".join((flag.question, *(part.text for part in flag.parts)))


def _line(answer: Answer, stated_on: date | None) -> Line:
    flag = library().flags[answer.flag]
    ticked = " ".join(part.text for part in flag.parts if part.id in answer.parts)
    more = f"{flag.follow} {SAID[answer.follow]}." if answer.follow else ticked
    return Line(flag.question, SAID[answer.said], more, stated_on)
