"""All changes: every decision by date, newest first, each with its reason."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import cast

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from backstride.engine.codec import from_plain
from backstride.engine.decision import Decision
from backstride.web.accounts.access import patient_required
from backstride.web.accounts.models import User
from backstride.web.records.access import own_episode
from backstride.web.records.models import DecisionRecord
from backstride.web.records.wording import DecisionWords, decision_words

A_PAGE = 30


@dataclass(frozen=True)
class Dated:
    """The decisions of one date."""

    on: date
    decisions: tuple[DecisionWords, ...]


@dataclass(frozen=True)
class Context:
    """What the page shows: `days` newest first; `newer` and `older` are page numbers, 0 where there is none."""

    days: tuple[Dated, ...]
    newer: int
    older: int


@require_safe
@patient_required
def changes(request: HttpRequest) -> HttpResponse:
    """Show one page of the person's own decisions; a locked program keeps its history readable."""
    episode = own_episode(cast(User, request.user))
    if episode is None:
        return redirect("patient:start")
    rows = episode.decisions.order_by("-on", "-event__sequence", "place")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    newer = page.previous_page_number() if page.has_previous() else 0
    older = page.next_page_number() if page.has_next() else 0
    return render(
        request, "patient/changes.html", {"screen": Context(_days(page, not episode.supervised), newer, older)}
    )


def _days(page: Page[DecisionRecord], alone: bool) -> tuple[Dated, ...]:
    words = (decision_words(from_plain(Decision, row.body), alone) for row in page)
    return tuple(Dated(on, tuple(group)) for on, group in groupby(words, key=lambda one: one.on))
