"""A yellow flag: a belief or mood that makes recovery harder; it never locks anything."""

from __future__ import annotations

from backstride.knowledge.text import Signed, Slug, Words


class Yellow(Signed):
    """A question asked at the start and monthly. `helps` is what we do on a yes; `lesson` the one that fits."""

    question: Words
    why: Words
    helps: Words
    lesson: Slug
