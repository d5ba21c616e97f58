"""The total of a measure whose questions may not be shown here, typed in by the practitioner."""

import uuid
from dataclasses import dataclass
from decimal import Decimal

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from backstride.engine import Refused
from backstride.engine.event import Measured
from backstride.knowledge.measure import Measure
from backstride.web.accounts.access import practitioner_required
from backstride.web.practitioner.event_id import event_id_of
from backstride.web.practitioner.heading import Heading, heading
from backstride.web.practitioner.signed_in import practitioner
from backstride.web.records.access import patients_episode, program_of
from backstride.web.records.actions.record import record
from backstride.web.records.library import library
from backstride.web.records.models import Episode
from backstride.web.records.scores import range_words


@dataclass(frozen=True)
class Total:
    """One measure to choose: its id, name, range and terms, and whether it is chosen."""

    measure: str
    name: str
    range: str
    license: str
    chosen: bool


@dataclass(frozen=True)
class Context:
    """What the page shows: `heading` says whose page it is, `totals` are the measures to choose from, `form` the answers so far."""

    heading: Heading
    totals: tuple[Total, ...]
    form: "TotalForm"
    event_id: uuid.UUID


class TotalForm(forms.Form):
    """Which measure, and its total as printed on the form."""

    measure = forms.ChoiceField(
        error_messages={
            "required": gettext_lazy("Choose the measure."),
            "invalid_choice": gettext_lazy("Choose one of the measures."),
        }
    )
    total = forms.DecimalField(
        label=gettext_lazy("Total"),
        error_messages={
            "required": gettext_lazy("Type in the total."),
            "invalid": gettext_lazy("Give the total as a number."),
        },
    )

    def __init__(self, said: object, chosen: str = "") -> None:
        super().__init__(said, auto_id="%s", initial={"measure": chosen})  # type: ignore[arg-type]
        self.fields["measure"].choices = [(one.id, one.name) for one in totals()]  # type: ignore[attr-defined]

    def clean(self) -> None:
        """The total lies in the measure's range and has no more decimals than it is kept with."""
        measure = library().measures.get(self.cleaned_data.get("measure", ""))
        total = self.cleaned_data.get("total")
        if measure is None or total is None:
            return
        if not measure.low <= total <= measure.high:
            self.add_error("total", _("The total goes from %(range)s.") % {"range": range_words(measure)})
        elif Decimal(measure.kept(total)) != total * measure.times:
            self.add_error("total", _("Give it like this: %(example)s.") % {"example": _example(measure)})


@practitioner_required
@require_http_methods(["GET", "HEAD", "POST"])
def measure(request: HttpRequest, episode_id: uuid.UUID) -> HttpResponse:
    """Keep one total with today's date. Without a program there is nothing to compare with: assess first."""
    episode = patients_episode(practitioner(request), episode_id)
    if program_of(episode) is None:
        return redirect("practitioner:assess", episode.pk)
    form = TotalForm(request.POST if request.method == "POST" else None, request.GET.get("measure", ""))
    if form.is_valid() and _kept(request, episode, form):
        return redirect("practitioner:patient", episode.pk)
    context = Context(heading(episode, program_of(episode)), _choices(form), form, uuid.uuid4())
    return render(request, "practitioner/measure.html", {"screen": context}, status=422 if form.is_bound else 200)


def totals() -> tuple[Measure, ...]:
    """The measures a practitioner gives, in the order of lists."""
    given = (one for one in library().measures.values() if one.by == "practitioner")
    return tuple(sorted(given, key=lambda one: one.place))


def _kept(request: HttpRequest, episode: Episode, form: TotalForm) -> bool:
    """Record the total; what the engine refuses becomes the form's error."""
    given = library().measures[form.cleaned_data["measure"]]
    event = Measured(episode.today(), given.id, given.kept(form.cleaned_data["total"]))
    try:
        record(episode, event, by=practitioner(request), event_id=event_id_of(request))
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _choices(form: TotalForm) -> tuple[Total, ...]:
    chosen = form["measure"].value()
    return tuple(Total(one.id, one.name, range_words(one), one.license, one.id == chosen) for one in totals())


def _example(measure: Measure) -> str:
    return measure.printed(measure.kept(Decimal(str(measure.high)) * 3 / 4))
