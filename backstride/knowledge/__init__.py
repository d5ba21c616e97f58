"""What clinicians write, as files: exercises, ladders, causes, flags, rules, citations; read once and refused when wrong."""

from backstride.knowledge.library import Library, load
from backstride.knowledge.refusal import KnowledgeError, Problem

__all__ = ["KnowledgeError", "Library", "Problem", "load"]
