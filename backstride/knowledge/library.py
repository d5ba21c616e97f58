"""The library: every knowledge file, validated, and the engine's view of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from backstride.engine.catalogue import Knowledge
from backstride.knowledge import cache, documents
from backstride.knowledge.cause import Cause
from backstride.knowledge.citation import Citation
from backstride.knowledge.contents import Contents, validate
from backstride.knowledge.contraindication import Contraindication
from backstride.knowledge.exercise import Exercise
from backstride.knowledge.flag import Flag
from backstride.knowledge.ladder import Ladder
from backstride.knowledge.lesson import Lesson
from backstride.knowledge.measure import Measure
from backstride.knowledge.references import check
from backstride.knowledge.refusal import KnowledgeError, Problem
from backstride.knowledge.rule import Rule
from backstride.knowledge.tip import Tip
from backstride.knowledge.walking import Walking
from backstride.knowledge.yellow import Yellow

HERE = Path(__file__).parent
VERSION_LENGTH = 12


@dataclass(frozen=True)
class Library:
    """The texts by kind and id, and `engine`: the same as ids and numbers, its version a hash of the content."""

    exercises: Mapping[str, Exercise]
    ladders: Mapping[str, Ladder]
    causes: Mapping[str, Cause]
    flags: Mapping[str, Flag]
    contraindications: Mapping[str, Contraindication]
    rules: Mapping[str, Rule]
    citations: Mapping[str, Citation]
    measures: Mapping[str, Measure]
    lessons: Mapping[str, Lesson]
    tips: Mapping[str, Tip]
    yellow: Mapping[str, Yellow]
    walking: Walking
    engine: Knowledge

    @property
    def version(self) -> str:
        """A short hash of the files' content."""
        return self.engine.version


def load(root: Path | None = None, cache_folder: Path | None = None) -> Library:
    """Read, validate and cross-check every knowledge file below `root` (default: those of this package).

    `cache_folder` keeps the parsed files; the package's own are kept in the usual folder, others only when one
    is given. Raises KnowledgeError with every problem found.
    """
    folder = cache_folder or (cache.usual_folder() if root is None else None)
    found, problems = documents.find(root or HERE)
    digest = documents.digest(found)
    contents = None if problems else _kept(folder, digest)
    if contents is None:
        text, unread = documents.parse(found)
        contents = _sound(text, [*problems, *unread])
        if folder:
            cache.write(folder, digest, text)
    return _library(contents, contents.to_engine(digest[:VERSION_LENGTH]))


def _kept(folder: Path | None, digest: str) -> Contents | None:
    """The contents of the kept copy, when it was made from these very files and is sound."""
    text = cache.read(folder, digest) if folder else None
    outcome = validate(text) if text is not None else None
    return outcome if isinstance(outcome, Contents) and not check(outcome) else None


def _sound(text: str, problems: list[Problem]) -> Contents:
    """The contents, when nothing at all is wrong with them."""
    outcome = validate(text)
    if not isinstance(outcome, Contents):
        raise KnowledgeError([*problems, *outcome])
    # A file that was not read would only be missed by every file that names it.
    problems = problems or check(outcome)
    if problems:
        raise KnowledgeError(problems)
    return outcome


def _library(contents: Contents, engine: Knowledge) -> Library:
    texts = {name: getattr(contents, name) for name in Contents.model_fields}
    return Library(engine=engine, **texts)
