"""What the program rests on: the diagnosis, the first answers, what was stated, and what somebody showed."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from backstride.engine.assessment import Assessment
from backstride.engine.program import Program
from backstride.web.accounts.access import patient_required
from backstride.web.components.templatetags.questions import PLACES
from backstride.web.patient.baseline_form import AEROBIC, THINGS
from backstride.web.patient.course import Course, course_of
from backstride.web.patient.diagnosis_form import SIDES, WHO
from backstride.web.patient.draft import draft_of
from backstride.web.patient.report import PLACES as KEYS
from backstride.web.records.library import library
from backstride.web.records.names import DIRECTIONS, taught_name
from backstride.web.records.wording import exercise_words

Pair = tuple[str, str | Promise]


@dataclass(frozen=True)
class Known:
    """A flag recorded as known and stable: its short name, and when the person stated it (None: a practitioner did)."""

    name: str
    on: date | None


@dataclass(frozen=True)
class Context:
    """What the page shows: the `diagnosis` and the `start` as pairs of label and answer, what is `known` and stable.

    `fits` are findings that leave moves out, `things` what is at hand, `taught` and `steady` what somebody showed and
    saw. `practitioner` may change all of it, "" for a person alone; `clinic` is where it is kept.
    """

    diagnosis: tuple[Pair, ...]
    start: tuple[Pair, ...]
    fits: tuple[str, ...]
    things: tuple[str | Promise, ...]
    known: tuple[Known, ...]
    taught: tuple[str, ...]
    steady: tuple[str, ...]
    practitioner: str
    clinic: str


@require_safe
@patient_required
def answers(request: HttpRequest) -> HttpResponse:
    """Show the assessment in force."""
    course = course_of(request)
    if not isinstance(course, Course):
        return course
    return render(request, "patient/answers.html", {"screen": _context(course)})


def _context(course: Course) -> Context:
    program, assessment = course.program, course.program.assessment
    practitioner, clinic = course.episode.practitioner, course.episode.clinic
    found = library().contraindications
    return Context(
        diagnosis=_diagnosis(assessment),
        start=_start(assessment),
        fits=tuple(found[one].name for one in assessment.contraindications),
        things=tuple(THINGS[one][0] for one in assessment.kit),
        known=_known(course),
        taught=_shown(program),
        steady=tuple(exercise_words(one).name for one in program.controlled),
        practitioner=practitioner.display_name if practitioner is not None else "",
        clinic=clinic.name if clinic is not None else "",
    )


def _diagnosis(assessment: Assessment) -> tuple[Pair, ...]:
    said, cause = assessment.diagnosis, library().causes[assessment.diagnosis.cause]
    kinds = {one.id: one.name for one in cause.kinds}
    pairs: list[Pair] = [(_("Cause"), cause.name)]
    if cause.kinds:
        pairs.append((_("Kind"), kinds.get(assessment.kind) or _("Not known")))
    if cause.graded:
        grade = assessment.grade
        pairs.append((_("Grade of slip"), str(grade) if grade is not None else _("Not known")))
    if assessment.also:
        pairs.append((_("Also"), ", ".join(library().causes[one].name for one in assessment.also)))
    pairs += [(_("Side"), dict(SIDES)[assessment.side.value]), (_("Found by"), f"{said.name}, {WHO[said.profession]}")]
    if assessment.preference is not None:
        pairs.append((_("Eases"), DIRECTIONS[assessment.preference.value]))
    return tuple(pairs)


def _start(assessment: Assessment) -> tuple[Pair, ...]:
    pairs: list[Pair] = [
        (_("Leg pain at the start"), _("%(score)s of 10") % {"score": assessment.leg}),
        (_("Back pain at the start"), _("%(score)s of 10") % {"score": assessment.back}),
        (_("It reached"), PLACES[KEYS[assessment.site]]),
        (_("Comfortable walking"), _("%(minutes)s minutes") % {"minutes": assessment.walk_minutes}),
        (_("Keeps moving by"), AEROBIC[assessment.aerobic][0]),
    ]
    if assessment.weeks is not None:
        pairs.append((_("Week of pregnancy then"), str(assessment.weeks)))
    if assessment.comfort:
        pairs.append((_("Feels best"), exercise_words(assessment.comfort).name))
    return tuple(pairs)


def _known(course: Course) -> tuple[Known, ...]:
    stated = {one.flag: one.on for one in draft_of(course.episode).known}
    return tuple(Known(library().flags[one].name, stated.get(one)) for one in course.program.assessment.known)


def _shown(program: Program) -> tuple[str, ...]:
    return tuple(taught_name(one) for one in program.taught)
