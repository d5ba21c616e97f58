"""The caseload: who needs the practitioner today, why, and the one thing to do for each."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from backstride.web.accounts.access import practitioner_required
from backstride.web.practitioner.needs import THIS_WEEK, TODAY, listed
from backstride.web.practitioner.row import Row, row
from backstride.web.practitioner.signed_in import practitioner
from backstride.web.records.models import Episode

A_PAGE = 25
NUMBERS = ("Nobody", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
GROUPS = {
    "today": ("Today", Q(rank__gte=TODAY)),
    "week": ("This week", Q(rank__gte=THIS_WEEK, rank__lt=TODAY)),
    "planned": ("As planned", Q(rank__lt=THIS_WEEK)),
}


@dataclass(frozen=True)
class Filter:
    """One way to narrow the list: its key in the address, its words, how many it shows, whether it is chosen."""

    key: str
    words: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Group:
    """Rows that are due at the same time."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Context:
    """What the page shows.

    `title` is the answer, `today` the date, `total` and `planned` count people. `filters` narrow the list, `chosen` is the
    one in force. `find` is the name looked for. `groups` hold this `page` of rows. `empty`: nobody in care at all.
    """

    title: str
    today: date
    total: int
    planned: int
    filters: tuple[Filter, ...]
    chosen: str
    find: str
    groups: tuple[Group, ...]
    page: Page[Episode]
    empty: bool


@practitioner_required
@require_safe
def caseload(request: HttpRequest) -> HttpResponse:
    """List everybody in care, those in need first; `group` and `find` narrow it."""
    today = timezone.localdate()
    everybody = listed(practitioner(request), today)
    counts = everybody.aggregate(
        total=Count("pk"), **{key: Count("pk", filter=where) for key, (_, where) in GROUPS.items()}
    )
    chosen = request.GET.get("group", "")
    find = request.GET.get("find", "").strip()[:80]
    shown = everybody.filter(GROUPS[chosen][1]) if chosen in GROUPS else everybody
    page = Paginator(shown.filter(name__icontains=find) if find else shown, A_PAGE).get_page(request.GET.get("page"))
    context = Context(
        title=title(counts["today"]),
        today=today,
        total=counts["total"],
        planned=counts["planned"],
        filters=_filters(counts, chosen),
        chosen=chosen if chosen in GROUPS else "",
        find=find,
        groups=_groups(page),
        page=page,
        empty=counts["total"] == 0,
    )
    return render(request, "practitioner/caseload.html", {"screen": context})


def title(count: int) -> str:
    """How many people need the practitioner today, in words."""
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{number} {'people need' if count > 1 else 'person needs' if count else 'needs'} you today"


def _filters(counts: dict[str, int], chosen: str) -> tuple[Filter, ...]:
    everyone = Filter("", "Everyone", counts["total"], chosen not in GROUPS)
    return (everyone, *(Filter(key, words, counts[key], key == chosen) for key, (words, _) in GROUPS.items()))


def _groups(page: Page[Episode]) -> tuple[Group, ...]:
    """The rows of one page under their headings; a heading without rows is left out."""
    found: dict[str, list[Row]] = {name: [] for name, _ in GROUPS.values()}
    for episode in page:
        rank, need = getattr(episode, "rank", 0), getattr(episode, "need", "")
        key = "today" if rank >= TODAY else "week" if rank >= THIS_WEEK else "planned"
        found[GROUPS[key][0]].append(row(episode, need))
    return tuple(Group(name, tuple(rows)) for name, rows in found.items() if rows)
