"""Stretches of text between line breaks that mean something: paragraphs before anybody says what kind."""

import re
from dataclasses import dataclass

from app.newswire.decoding import Line

_SPACES = re.compile("[ \t]+")

# An ideographic space in front is how Chinese and Japanese indent a paragraph. No-break spaces are content.
_EDGES = " \t\u3000"


def tidy(text: str) -> str:
    """Runs of spaces and tabs made one space, none at the ends."""
    return _SPACES.sub(" ", text).strip(_EDGES)


@dataclass(frozen=True, slots=True)
class Passage:
    """``blanks`` counts the blank lines above; ``text`` is tidy."""

    text: str
    lines: tuple[Line, ...]
    blanks: int

    @property
    def line(self) -> int:
        return self.lines[0].number

    @property
    def is_glued(self) -> bool:
        """Whether no blank line separates it from the passage above."""
        return self.blanks == 0
