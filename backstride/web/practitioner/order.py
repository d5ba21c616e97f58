"""An order: a named, dated, reasoned decision of the practitioner that lifts what rules one exercise out."""

import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from backstride.engine import Refused
from backstride.engine.event import Adjusted
from backstride.engine.program import Program
from backstride.web.accounts.access import practitioner_required
from backstride.web.practitioner.barrier import Barrier
from backstride.web.practitioner.event_id import event_id_of
from backstride.web.practitioner.heading import Heading, heading
from backstride.web.practitioner.orders import Ordered, asked_twice, orders_in_force, to_order
from backstride.web.practitioner.signed_in import practitioner
from backstride.web.records.access import patients_episode, program_of
from backstride.web.records.actions.record import record
from backstride.web.records.models import Episode
from backstride.web.records.names import exercise_words

Groups = list[tuple[str, list[tuple[str, str]]]]


@dataclass(frozen=True)
class Lifted:
    """What an order would lift: the exercise's name, all that rules it out, and why this is asked twice ("": it is not)."""

    name: str
    why: tuple[Barrier, ...]
    twice: str


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `heading` says whose page it is. `form` has the exercise and the reason. `lifted` is what stands in the way of the
    exercise chosen, None before one is. `sure`: only the second question is asked, with what was typed in kept.
    `in_force` are the orders so far. `event_id` makes a double submit harmless.
    """

    heading: Heading
    form: "OrderForm"
    lifted: Lifted | None
    sure: bool
    in_force: tuple[Ordered, ...]
    event_id: uuid.UUID


class OrderForm(forms.Form):
    """Which exercise, and the written reason."""

    exercise = forms.ChoiceField(
        label="Exercise",
        error_messages={
            "required": "Choose the exercise.",
            "invalid_choice": "Choose an exercise of the list; nothing stands in the way of the others.",
        },
    )
    reason = forms.CharField(
        label="Reason", max_length=500, error_messages={"required": "Write down why. An order needs a reason."}
    )

    def __init__(self, data: Any, groups: Groups, chosen: str = "") -> None:
        super().__init__(data, initial={"exercise": chosen})
        self.fields["exercise"].choices = [("", "Choose"), *groups]  # type: ignore[attr-defined]


@practitioner_required
@require_http_methods(["GET", "HEAD", "POST"])
def order(request: HttpRequest, episode_id: uuid.UUID) -> HttpResponse:
    """Record an order for one exercise; some are asked twice. Without a program there is nothing to lift: assess first."""
    episode = patients_episode(practitioner(request), episode_id)
    program = program_of(episode)
    if program is None:
        return redirect("practitioner:assess", episode.pk)
    sent = request.POST if request.method == "POST" else None
    if sent is not None and episode.events.filter(pk=event_id_of(request)).exists():
        return redirect("practitioner:program", episode.pk)
    form = OrderForm(sent, _groups(program), request.GET.get("exercise", ""))
    if not form.is_valid():
        return _show(request, episode, program, form)
    if asked_twice(form.cleaned_data["exercise"], program) and request.POST.get("sure") != "yes":
        return _show(request, episode, program, form, sure=True)
    try:
        _record(request, episode, form)
    except Refused as refused:
        form.add_error(None, str(refused))
        return _show(request, episode, program, form)
    return redirect("practitioner:program", episode.pk)


def _groups(program: Program) -> Groups:
    """The exercises to choose from: those ruled out, and those on no menu yet."""
    found = list(to_order(program))
    return [
        ("Ruled out", [(exercise, name) for exercise, name, _, denied in found if denied]),
        ("Not on the menu", [(exercise, name) for exercise, name, _, denied in found if not denied]),
    ]


def _record(request: HttpRequest, episode: Episode, form: OrderForm) -> None:
    by, given = practitioner(request), form.cleaned_data
    event = Adjusted(episode.today(), by.display_name, "order", given["exercise"], reason=given["reason"])
    record(episode, event, by=by, event_id=event_id_of(request))


def _show(
    request: HttpRequest, episode: Episode, program: Program, form: OrderForm, sure: bool = False
) -> HttpResponse:
    context = Context(
        heading=heading(episode, program),
        form=form,
        lifted=_lifted(program, str(form["exercise"].value() or "")),
        sure=sure,
        in_force=orders_in_force(program),
        event_id=uuid.uuid4(),
    )
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "practitioner/order.html", {"screen": context}, status=status)


def _lifted(program: Program, chosen: str) -> Lifted | None:
    why = next((found for exercise, _, found, _ in to_order(program) if exercise == chosen), None)
    return Lifted(exercise_words(chosen).name, why, asked_twice(chosen, program)) if why is not None else None
