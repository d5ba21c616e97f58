"""The caseload in the order of need, as one query: what the records say, and who has not joined or gone quiet."""

from datetime import date, timedelta

from django.db.models import Case, CharField, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce

from backstride.engine.decision import Kind
from backstride.engine.event import Approved, CheckedIn, SessionDone, Walked
from backstride.web.accounts.models import User
from backstride.web.practitioner.news import contact, declared_event, reminders, yellow_event
from backstride.web.records import attention
from backstride.web.records.access import caseload
from backstride.web.records.library import knowledge
from backstride.web.records.models import DecisionRecord, Episode, EventRecord

TO_ASSESS, NOT_JOINED, REVIEW, YELLOW = 55, 45, 42, 35
# From this rank on somebody is needed today; below it and above AS_PLANNED, this week.
TODAY, THIS_WEEK = attention.TO_APPROVE, attention.AS_PLANNED + 1
QUIET_DAYS = 3
TELLING = (CheckedIn.__name__, SessionDone.__name__, Walked.__name__)
MOVING = (
    Kind.PROGRESSED,
    Kind.REGRESSED,
    Kind.STOPPED,
    Kind.REDUCED,
    Kind.WITHHELD,
    Kind.PHASE_CHANGED,
    Kind.FLARE_ENDED,
)

GOES_ON = Q(snapshot__attention__lt=attention.QUIET)
NOBODY = Q(patient=None) & (Q(invitation=None) | Q(invitation__accepted_by=None))


def listed(practitioner: User, today: date) -> QuerySet[Episode]:
    """The caseload with `rank` (higher: sooner) and `need` (a key of `need.NEEDS`), most urgent first.

    Beside them, for the words of a row: `told_on`, `moved`, `declared`, `yellow`.
    """
    episodes = caseload(practitioner).select_related("invitation")
    episodes = episodes.annotate(told_on=_told(), moved=_moved(), contact=contact(), declared=declared_event())
    contact_on = Cast(KeyTextTransform("last_contact", "snapshot__program"), CharField())
    episodes = episodes.annotate(yellow=yellow_event(), contact_on=contact_on)
    calm = _calm(today)
    return episodes.annotate(rank=_rank(calm), need=_need(calm)).order_by("-rank", "name", "pk")


Conditions = tuple[tuple[Q, int, str], ...]


def _calm(today: date) -> Conditions:
    """What somebody whose program asks for nothing may need all the same: condition, rank, need; the first that applies."""
    quiet = Q(told_on__lte=today - timedelta(days=QUIET_DAYS))
    return (
        (GOES_ON & NOBODY, NOT_JOINED, "not-joined"),
        (GOES_ON & (_contact_due(today) | Q(Exists(reminders()))), REVIEW, "review"),
        (GOES_ON & quiet, attention.QUIET, "quiet"),
        (GOES_ON & Q(yellow__isnull=False), YELLOW, "yellow"),
    )


def _contact_due(today: date) -> Q:
    """Whether the days without contact that a program bears are over within a week (clinical.md §13.32)."""
    numbers, before = knowledge().numbers["approval/no_contact"], knowledge().numbers["review/reminder"]["days_before"]
    latest = today - timedelta(days=int(numbers["contact_days"] - before))
    early = Q(snapshot__program__phase__lte=int(numbers["contact_phases"]))
    return early & Q(contact_on__lte=latest.isoformat())


def _told() -> Coalesce:
    """When the patient last told anything; before the first time, when the program was signed."""
    return Coalesce(_latest(TELLING), _latest((Approved.__name__,)))


def _latest(kinds: tuple[str, ...]) -> Subquery:
    events = EventRecord.objects.filter(episode=OuterRef("pk"), kind__in=kinds).order_by("-sequence")
    return Subquery(events.values("on")[:1])


def _moved() -> Subquery:
    moved = DecisionRecord.objects.filter(episode=OuterRef("pk"), kind__in=[kind.value for kind in MOVING]).order_by(
        "-pk"
    )
    return Subquery(moved.values("body")[:1])


def _rank(calm: Conditions) -> Case:
    return Case(
        When(snapshot=None, draft__red_flag=True, then=Value(attention.SAME_DAY)),
        When(snapshot=None, then=Value(TO_ASSESS)),
        *(When(condition, then=Value(rank)) for condition, rank, _ in calm),
        default=F("snapshot__attention"),
        output_field=IntegerField(),
    )


def _need(calm: Conditions) -> Case:
    return Case(
        When(snapshot=None, then=Value("")),
        *(When(condition, then=Value(need)) for condition, _, need in calm),
        *(When(snapshot__attention_rule=rule, then=Value(need)) for rule, need in BY_RULE.items()),
        *(When(snapshot__attention=rank, then=Value(need)) for rank, need in BY_RANK.items()),
        default=Value("as-planned"),
        output_field=CharField(),
    )


BY_RULE = {"phase/forward": "next-phase", "phase/relapse": "relapse", "flare/ramp": "flare"}
BY_RANK = {
    attention.EMERGENCY: "emergency",
    attention.SAME_DAY: "same-day",
    attention.UNANSWERED: "paused",
    attention.PAUSED: "paused",
    attention.RED: "red",
    attention.TO_APPROVE: "to-approve",
    attention.QUIET: "quiet",
    attention.WATCH: "watch",
}
