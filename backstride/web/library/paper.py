"""What stands at the foot of every page, for the clinician who will sign it: file, people, dates and sources in full."""

from dataclasses import dataclass
from datetime import date

from backstride.knowledge.text import Signed
from backstride.web.library.mentions import Mention, mentions


@dataclass(frozen=True)
class Paper:
    """Who answers for a file.

    `file` is its place in the knowledge folder; `status` is proposed, signed or retired; `checker` is "" until somebody
    checked it; `review_by` is when it is read again; `sources` are all of the file's own.
    """

    file: str
    status: str
    author: str
    checker: str
    review_by: date
    sources: tuple[Mention, ...]


def paper(signed: Signed, shelf: str = "") -> Paper:
    """The foot of this file's page; `shelf` is its folder, "" for one that lies beside the folders."""
    return Paper(
        file=f"{shelf}/{signed.id}.yaml" if shelf else f"{signed.id}.yaml",
        status=signed.status,
        author=signed.author,
        checker=signed.checker or "",
        review_by=signed.review_by,
        sources=mentions(signed.sources),
    )
