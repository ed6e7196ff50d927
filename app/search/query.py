"""What somebody typed to search for: understood as far as it can be, and beyond that taken literally.

Words, ``"phrases"``, ``prefix*``, ``person:``, ``place:``, ``lang:``, ``date:`` or ``year:``, ``after:`` and
``before:``; ``-`` before anything excludes it, but not before the second half of a compound whose first half
goes with it, too: ``Haupteingang und -ausgang``.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import islice, takewhile
from typing import Literal

from app.gazetteer.words import is_spaceless, is_syllabic
from app.language.filtering import parse_filter

MOST_CHARACTERS = 512
MOST_CLAUSES = 32
_MOST_NAMES = 8
"""Behind ``person:`` and ``place:`` without quotes, that are looked for in what follows."""
_MOST_WORDS = 8
"""Of a name."""

Kind = Literal["word", "phrase", "prefix", "person", "place", "lang", "date", "after", "before"]

Period = tuple[datetime, datetime | None]
"""Where it begins, and where it is over; None for never."""

EndOfName = Callable[[Kind, str], int]
"""Where the longest name ends that a text begins with, of a person or a place; 0 without one."""

TEXTS: frozenset[Kind] = frozenset({"word", "phrase", "prefix"})
_DATES: dict[str, Kind] = {"date": "date", "year": "date", "after": "after", "before": "before"}
_FIELDS = "|".join(("person", "place", "lang", *_DATES))
_CONJUNCTIONS = frozenset({
    "bzw.", "eller", "eða", "eli", "en", "és", "ja", "ning", "och", "oder", "of", "og", "samt", "sekä",
    "sowie", "tai", "und", "vagy", "või",
})  # fmt: skip
"""Of the languages that write compounds as one word. Nobody types them to exclude the next word."""

_MARKS = '"＂“”„‟«»「」『』'
_GERSHAYIM = '(?<=[א-ת])"(?=[א-ת])'
"""The mark within a Hebrew abbreviation."""
_BEGINS = rf"(?=[\w{_MARKS}])"
_CLAUSE = re.compile(
    rf"(?:(?P<minus>(?<!\S)-+{_BEGINS})|-+)?"
    rf"(?:(?P<field>{_FIELDS})[:：](?P<space>\s+{_BEGINS}(?!(?:{_FIELDS})[:：]))?(?=\S))?"
    rf"(?:[{_MARKS}](?P<quoted>(?:[^{_MARKS}]|{_GERSHAYIM})+)[{_MARKS}]"
    rf"|(?P<bare>(?:[^\s{_MARKS}]|{_GERSHAYIM})+))",
    re.IGNORECASE,
)
_WITHOUT_VALUE = re.compile(rf"({_FIELDS})[:：]", re.IGNORECASE)
_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)
_LETTER = re.compile(r"[^\W_]")
_NARROW_KANA = re.compile("[\uff66-\uff9f]+")
_DECEMBER, _LAST_YEAR = 12, 9999


@dataclass(frozen=True, slots=True)
class Clause:
    """``text`` is what was written, without the signs that say how it is meant.

    ``is_whole``: a name that was quoted, so that it does not go on. ``filter``: what was written, where that
    is no filter only because its value is no language, no date, or not there.
    """

    kind: Kind
    text: str
    is_excluded: bool = False
    is_whole: bool = field(default=False, compare=False)
    filter: str = field(default="", compare=False)

    def __str__(self) -> str:
        minus = "-" if self.is_excluded else ""
        if self.kind == "word":
            return f"{minus}{self.text}"
        if self.kind == "prefix":
            return f"{minus}{self.text}*"
        if self.kind == "phrase":
            return f'{minus}"{self.text}"'
        value = f'"{self.text}"' if " " in self.text or self.is_whole else self.text
        return f"{minus}{self.kind}:{value}"


@dataclass(frozen=True, slots=True)
class Query:
    """``ignored`` is what was written behind as many clauses as a query may have."""

    clauses: Sequence[Clause]
    ignored: Sequence[Clause] = ()

    def __str__(self) -> str:
        """The same for all queries that are understood alike, and itself understood so."""
        befores = (None, *self.clauses)
        return " ".join(
            f"-{each}" if each.is_excluded and before and _is_conjunction(before) else str(each)
            for before, each in zip(befores, self.clauses, strict=False)
        )

    def of_kind(self, *kinds: Kind, is_excluded: bool = False) -> list[Clause]:
        return [each for each in self.clauses if each.kind in kinds and each.is_excluded == is_excluded]

    @property
    def without_value(self) -> list[str]:
        """Filters that were taken for words: with a value that is none, or with nothing behind the colon."""
        return [each.filter for each in self.clauses if each.filter]

    @property
    def published_after(self) -> datetime | None:
        """Then or later."""
        starts = [*self.of_kind("date", "after"), *self.of_kind("before", is_excluded=True)]
        return max((_period(each.text)[0] for each in starts), default=None)

    @property
    def published_before(self) -> datetime | None:
        ends = [_period(each.text)[1] for each in self.of_kind("date")]
        before = [*self.of_kind("before"), *self.of_kind("after", is_excluded=True)]
        starts = [_period(each.text)[0] for each in before]
        return min((each for each in (*ends, *starts) if each), default=None)

    @property
    def not_published(self) -> Sequence[Period]:
        """Nor in any of these."""
        return [_period(each.text) for each in self.of_kind("date", is_excluded=True)]


def parse_query(written: str, end_of_name: EndOfName = lambda _kind, _text: 0) -> Query:
    """Of anything at all. A name goes on in the words that follow it, as far as somebody is called so."""
    found = [each for each in _clauses(_plain(written)) if _LETTER.search(each.text)]
    clauses = list(dict.fromkeys(_with_whole_names(found, end_of_name)))
    return Query(clauses[:MOST_CLAUSES], clauses[MOST_CLAUSES:])


def _with_whole_names(clauses: Sequence[Clause], end_of_name: EndOfName) -> Iterator[Clause]:
    asked = taken = 0
    for number, clause in enumerate(clauses):
        if number < taken:
            continue
        following = list(islice(takewhile(_may_go_on, clauses[number + 1 :]), _MOST_WORDS - 1))
        if clause.kind not in ("person", "place") or clause.is_whole or not following or asked == _MOST_NAMES:
            yield clause
            continue
        asked += 1
        typed = " ".join(each.text for each in (clause, *following))
        end = end_of_name(clause.kind, typed)
        words = typed[:end].count(" ") - clause.text.count(" ")
        is_parted = _LETTER.search(typed[end:].partition(" ")[0])
        if words > 0 and not is_parted:
            taken = number + 1 + words
            yield replace(clause, text=typed[:end])
        else:
            yield clause


def _may_go_on(clause: Clause) -> bool:
    return clause.kind == "word" and not clause.is_excluded


def _plain(written: str) -> str:
    """Composed, kana as wide as texts have them, and with a space for each control character."""
    composed = unicodedata.normalize("NFC", _NARROW_KANA.sub(_widened, written))
    return "".join(" " if unicodedata.category(each) in ("Cc", "Cs") else each for each in composed)


def _widened(kana: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", kana[0])


def _clauses(plain: str) -> Iterator[Clause]:
    before: Clause | None = None
    for match in _CLAUSE.finditer(plain):
        for clause in _understood(match, before):
            yield clause
            before = clause if _LETTER.search(clause.text) else before


def _understood(match: re.Match[str], before: Clause | None) -> Iterator[Clause]:
    minus, name, space, quoted, bare = match.groups()
    is_excluded = bool(minus)
    value = " ".join((quoted or bare).split())
    if name:
        meant = _meant(name.casefold(), value, is_excluded, is_whole=quoted is not None)
        if meant:
            yield meant
            return
        written = " ".join(match[0].split())
        if quoted is None and not space:
            yield replace(_word(match[0].lstrip("-"), is_excluded), filter=written)
            return
        yield Clause("word", name, is_excluded, filter=written)
    elif minus == "-" and bare and before and _is_conjunction(before):
        is_excluded = False
    yield _word(bare, is_excluded) if quoted is None else Clause("phrase", value, is_excluded)


def _is_conjunction(clause: Clause) -> bool:
    return clause.kind == "word" and not clause.is_excluded and clause.text.casefold() in _CONJUNCTIONS


def _word(written: str, is_excluded: bool) -> Clause:
    if alone := _WITHOUT_VALUE.fullmatch(written):
        return Clause("word", alone[1], is_excluded, filter=f"{'-' if is_excluded else ''}{written}")
    stem = written.rstrip("*")
    return Clause("prefix" if stem != written and _is_beginning(stem) else "word", stem, is_excluded)


def _is_beginning(stem: str) -> bool:
    """One letter of an alphabet begins too many words for any of them to be meant."""
    letters = _LETTER.findall(stem)
    return len(letters) > 1 or any(is_spaceless(each) or is_syllabic(each) for each in letters)


def _meant(name: str, value: str, is_excluded: bool, *, is_whole: bool) -> Clause | None:
    """None where the value is no language, or no date."""
    if name in ("person", "place"):
        return Clause("person" if name == "person" else "place", value, is_excluded, is_whole)
    try:
        if name == "lang":
            return Clause("lang", parse_filter(value), is_excluded)
        _period(value)
    except ValueError:
        return None
    return Clause(_DATES[name], value, is_excluded)


def _period(written: str) -> Period:
    """The beginning of a year, a month or a day in UTC, and that of the next, if there is one.

    Raises ValueError for what is none of them.
    """
    match = _PERIOD.fullmatch(written)
    if match is None:
        raise ValueError(written)
    year, month, day = (int(part or 0) for part in match.groups())
    start = datetime(year, month or 1, day or 1, tzinfo=UTC)
    if year == _LAST_YEAR:
        return start, None
    if day:
        return start, start + timedelta(days=1)
    if month and month < _DECEMBER:
        return start, datetime(year, month + 1, 1, tzinfo=UTC)
    return start, datetime(year + 1, 1, 1, tzinfo=UTC)
