"""What is searched: an article's versions, and what is known in them already."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Offsets in Unicode code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Known:
    """Where somebody or something known is mentioned.

    A ``wall`` is never part of another name, as known persons and demonyms are not; places may be: "New York
    Times".
    """

    span: Span
    is_wall: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """``block`` is what the caller knows it by."""

    block: str
    text: str
    known: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    language: str
    passages: tuple[Passage, ...]
