"""Gaps between words: stray spaces, and places where a name fell out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.newswire.conjunctions import CONJUNCTIONS
from app.newswire.decoding import Line
from app.newswire.findings import Finding
from app.newswire.prepositions import PREPOSITIONS
from app.newswire.punctuation import primary
from app.newswire.roles import is_role

_GAP = re.compile("[ \t\u00a0\u202f]{2,}|\t")
_LAST_WORDS = re.compile(r"(?:([^\W\d_][\w’'-]*\.?)\s+)?([^\W\d_][\w’'-]*\.?)$")
_NEXT_WORD = re.compile(r"[\w’'-]+")
# A word longer than this is none.
_REACH = 80

# "the minister" needs no name behind it; "minister of" has its name further on.
DETERMINERS = frozenset({
    "a", "an", "as", "das", "dat", "de", "dem", "den", "der", "des", "det", "deze", "die", "dit",
    "each", "een", "ein", "eine", "einem", "einen", "einer", "eines", "el", "elke", "en", "et",
    "ett", "every", "former", "gli", "haar", "her", "het", "his", "hun", "i", "il", "l'", "la",
    "las", "le", "les", "lo", "los", "o", "onze", "os", "oud", "our", "that", "the", "their",
    "this", "um", "uma", "un", "una", "une", "uno", "unos", "zijn",
})  # fmt: skip
OF = frozenset({
    "af", "am", "av", "da", "das", "de", "del", "della", "dello", "des", "di", "do", "dos", "du",
    "for", "för", "für", "i", "im", "na", "of", "para", "per", "por", "pour", "pro", "til", "till",
    "v", "va", "van", "vom", "von", "voor", "w", "z", "za", "ze",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Gap:
    before: str
    before_that: str
    after: str
    is_mixed: bool


def gaps(line: Line, language: str) -> Iterator[Finding]:
    """``missing-name`` for each such gap, one ``double-space`` for all others of the line."""
    stray: list[int] = []
    for match, gap in _gaps(line.text):
        if gap and _lost_a_name(gap, language):
            message = f"After “{gap.before}” a name seems to be missing."
            yield Finding("missing-name", message, line.number, line.column(match.start()), "warning")
        else:
            stray.append(match.start())
    if stray:
        message = (
            f"{len(stray)} times spaces in a row or a tab." if len(stray) > 1 else "Spaces in a row or a tab."
        )
        yield Finding("double-space", message, line.number, line.column(stray[0]), "info")


def words_without_name(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where the words stand behind which a name fell out."""
    for match, gap in _gaps(text):
        if gap and _lost_a_name(gap, language):
            yield match.start() - len(gap.before), match.start()


def _gaps(text: str) -> Iterator[tuple[re.Match[str], _Gap | None]]:
    """Within the text; None of a tab."""
    for match in _GAP.finditer(text, len(text) - len(text.lstrip()), len(text.rstrip())):
        yield match, _around(text, match) if match[0] != "\t" else None


def _around(text: str, match: re.Match[str]) -> _Gap:
    before = _LAST_WORDS.search(text[max(0, match.start() - _REACH) : match.start()])
    after = _NEXT_WORD.match(text[match.end() : match.end() + _REACH])
    return _Gap(
        before=before[2] if before else "",
        before_that=before[1] or "" if before else "",
        after=after[0] if after else "",
        is_mixed=len(set(match[0])) > 1 and "\t" not in match[0],
    )


def _lost_a_name(gap: _Gap, language: str) -> bool:
    if not gap.before or not gap.after or gap.after[0].isupper():
        return False
    before, after = gap.before.casefold(), gap.after.casefold()
    joins = after in CONJUNCTIONS.get(primary(language), "").split()
    if is_role(before, language):
        if gap.is_mixed or joins:
            return True
        is_bare = gap.before_that.casefold() not in DETERMINERS and after not in OF
        return is_bare and gap.after[0].islower()
    return joins and (gap.is_mixed or before in PREPOSITIONS)
