"""The safety questions, one a page; an answer that asks for care today ends them at once."""

import uuid
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from backstride.engine import Refer
from backstride.engine.program import Program
from backstride.web.accounts.access import patient_required
from backstride.web.patient.draft import Asking, Draft, Withdrawn, draft_of, keep
from backstride.web.patient.onward import (
    cause_of,
    current_asking,
    findings_of,
    is_locked,
    known_of,
    next_step,
    with_asking,
)
from backstride.web.patient.options import Option, options
from backstride.web.patient.questions import (
    UNDER_AGE,
    Question,
    Unclear,
    awaits_more,
    decides,
    next_question,
    outcome_of,
    read_answer,
    under_age,
)
from backstride.web.patient.screened import conclude, lock_meanwhile, stop
from backstride.web.patient.taking_back import offer
from backstride.web.patient.visitor import episode_and_program, event_id_of
from backstride.web.records.models import Episode


@dataclass(frozen=True)
class Context:
    """What the page shows: the `question`, what is wrong with the last `answer` to it or "", and the id of the next event.

    `may_go_back`: an earlier question can be answered again. `weekly`: these are the short weekly questions.
    """

    question: Question
    error: str
    may_go_back: bool
    weekly: bool
    event_id: uuid.UUID


@dataclass(frozen=True)
class Visit:
    """One request to this page: whose it is, and the questions as far as they have come."""

    episode: Episode
    program: Program | None
    draft: Draft
    asking: Asking

    @property
    def cause(self) -> str:
        """The cause the questions are asked for."""
        return cause_of(self.draft, self.program)

    def question(self) -> Question | None:
        """The question to answer now."""
        return next_question(self.asking, self.cause, findings_of(self.draft, self.program))

    @property
    def known(self) -> tuple[str, ...]:
        """Flags known and stable."""
        return known_of(self.draft, self.program)


@never_cache
@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def screening(request: HttpRequest) -> HttpResponse:
    """Ask the next question; on POST keep the answer and go on to the next one, or to what the answers ask for."""
    episode, program = episode_and_program(request)
    if episode is None or (program is None and episode.supervised):
        return redirect("patient:start")
    draft = draft_of(episode)
    visit = Visit(episode, program, draft, current_asking(episode, program, draft))
    question = visit.question()
    if not (question is not None and question.follow) and _is_over(visit):
        return redirect("patient:refer")
    if question is None:
        return redirect(next_step(episode, program))
    return _answer(request, visit, question) if request.method == "POST" else _ask(request, visit, question)


def _is_over(visit: Visit) -> bool:
    locked = visit.program is not None and is_locked(visit.program) and visit.asking.purpose != "reopen"
    return locked or decides(visit.asking, visit.known)


def _ask(request: HttpRequest, visit: Visit, question: Question, error: str = "") -> HttpResponse:
    if error:
        question = replace(question, parts=_ticked(request, question))
    context = Context(question, error, bool(visit.asking.answers), not visit.asking.full, uuid.uuid4())
    return render(request, "patient/screening.html", {"screen": context}, status=422 if error else 200)


def _ticked(request: HttpRequest, question: Question) -> tuple[Option, ...]:
    return options(((part.value, part.word) for part in question.parts), request.POST.getlist("part"))


def _answer(request: HttpRequest, visit: Visit, question: Question) -> HttpResponse:
    if request.POST.get("question") != f"{question.flag}{'+' if question.follow else ''}":
        return _sent_twice(request, visit)
    if request.POST.get("answer") == "back":
        return _back(visit, question)
    try:
        answer = read_answer(question, request.POST, visit.asking)
    except Unclear as unclear:
        return _ask(request, visit, question, str(unclear))
    asking = visit.asking.with_answer(answer)
    visit = replace(visit, asking=asking, draft=with_asking(visit.draft, asking))
    keep(visit.episode, visit.draft)
    if awaits_more(answer) or question.follow:
        visit = replace(visit, program=lock_meanwhile(request, visit.episode, visit.program, answer))
    return redirect("patient:screening") if awaits_more(answer) else _onward(request, visit, question.flag)


def _onward(request: HttpRequest, visit: Visit, flag: str) -> HttpResponse:
    if decides(visit.asking, visit.known):
        stop(request, visit.episode, visit.program, visit.asking, flag)
        return redirect("patient:refer")
    if visit.question() is not None:
        return redirect("patient:screening")
    if visit.program is not None:
        return redirect(conclude(request, visit.episode, visit.program, visit.draft, visit.asking))
    return redirect(_without_program(request, visit))


def _without_program(request: HttpRequest, visit: Visit) -> str:
    """All is answered and there is no program yet: the name of the page that comes next."""
    if under_age(visit.asking):
        offer(request, UNDER_AGE)
    raised = isinstance(outcome_of(visit.asking, visit.known), Refer) or under_age(visit.asking)
    return "patient:refer" if raised else next_step(visit.episode, None)


def _sent_twice(request: HttpRequest, visit: Visit) -> HttpResponse:
    """An answer to another question than the one due: the page was sent twice, or is an old one."""
    if visit.episode.events.filter(pk=event_id_of(request)).exists():
        return redirect("patient:today")
    return redirect("patient:screening")


def _back(visit: Visit, question: Question) -> HttpResponse:
    """Ask the question before again; what was not a no stays in the draft as changed."""
    if not visit.asking.answers:
        return redirect("patient:screening")
    last = visit.asking.answers[-1]
    changed = visit.draft.changed
    if last.said != "no":
        changed = (*changed, Withdrawn(visit.episode.today(), last))
    asking = visit.asking.without(last.flag)
    keep(visit.episode, replace(with_asking(visit.draft, asking), changed=changed))
    return redirect("patient:screening")
