"""Where in a text names may stand: the longest that fits at each place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from app.gazetteer.entries import Entry, gap, is_written_as
from app.gazetteer.han import stands_for_country
from app.gazetteer.inflection import is_inflected
from app.gazetteer.keys import fold
from app.gazetteer.languages import UNDETERMINED
from app.gazetteer.particles import makes_demonym, may_follow
from app.gazetteer.segmentation import is_spelt_on, is_whole_words
from app.gazetteer.vocabulary import Bucket, KnownPlaces, KnownRun, Start, Vocabulary
from app.gazetteer.words import Words, is_syllabic, may_part

_PEOPLE = ("人", "籍", "裔")
_OTHER_WORDS_WITH_PEOPLE = (
    "人民", "人口", "人类", "人類", "人员", "人員", "人才", "人权", "人權", "人士", "人工", "人物", "人力",
    "人間",
)  # fmt: skip
_PARTED = "-\n"
"""A word at the end of a line that goes on in the next one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    entry: Entry
    inflected: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text, and all the names that may stand there. Offsets in Unicode code points.

    ``is_demonym``: whether what follows the name makes it one, as in 中国人.
    """

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    is_demonym: bool = False


def find_spans(text: str, words: Words, places: KnownPlaces, vocabulary: Vocabulary) -> Iterator[Span]:
    """``text`` is plain (``words.plain``), ``places`` are those found in it. Spans do not overlap."""
    done = 0
    last: Span | None = None
    for position, known in places:
        start = words.starts[position]
        if last and start >= last.end:
            yield last
            last = None
        if isinstance(known, KnownRun):
            for span in _spans_in_run(text, start, known, done, vocabulary):
                done = span.end
                yield span
            continue
        following = words.texts[position + 1] if position + 1 < len(words.texts) else ""
        starts = vocabulary.starts(known, following)
        longest = _span_at(text, words, position, starts, done, vocabulary.language) if starts else None
        if longest and (last is None or _length(longest) > _length(last)):
            last = longest
            done = longest.start
    if last:
        yield last


def _length(span: Span) -> int:
    return span.end - span.start


def _span_at(
    text: str,
    words: Words,
    position: int,
    starts: Sequence[Start],
    done: int,
    language: str,
) -> Span | None:
    """The longest; of those as long the one with the fewest proclitics."""
    found = [
        span
        for start in starts
        for entry in start.group.entries
        if (span := _fit(text, words, position, start, entry, language)) and span.start >= done
    ]
    if not found:
        return None
    best = max(found, key=lambda span: (span.end, -span.start))
    alike = [span.candidates for span in found if (span.start, span.end) == (best.start, best.end)]
    return replace(best, candidates=tuple(dict.fromkeys(chain.from_iterable(alike))))


def _fit(text: str, words: Words, position: int, start: Start, entry: Entry, language: str) -> Span | None:
    last = position + len(entry.folded) - 1
    own = words.texts[position : last + 1]
    if len(own) < len(entry.folded) or tuple(map(gap, words.gaps[position + 1 : last + 1])) != entry.gaps:
        return None
    if is_syllabic(entry.folded[0][0]):
        return _fit_syllabic(own, words.starts[position], words.end(last), entry)
    inflected = start.inflected
    if not is_written_as(own[0][start.skipped :], entry.written[0], language, inflected=inflected):
        return None
    for word, name, written in zip(own[1:], entry.folded[1:], entry.written[1:], strict=True):
        changed = fold(word) != name
        if changed and not is_inflected(fold(word), name, language, is_adjective=entry.is_demonym):
            return None
        if not is_written_as(word, written, language, inflected=changed):
            return None
        inflected = inflected or changed
    return _with_ends(text, words.starts[position] + start.skipped, words.end(last), entry, inflected)


def _with_ends(text: str, start: int, end: int, entry: Entry, inflected: bool) -> Span | None:
    if text.startswith(_PARTED, end) or text.endswith(_PARTED, 0, start):
        return None
    start -= len(entry.head)
    if start < 0 or not text.startswith(entry.head, start) or not text.startswith(entry.tail, end):
        return None
    return Span(start, end + len(entry.tail), (Candidate(entry, inflected),))


def _fit_syllabic(own: Sequence[str], start: int, end: int, entry: Entry) -> Span | None:
    """Particles are written as one with the last word, and are no part of the name."""
    *whole, last = own
    if any(word != name for word, name in zip(whole, entry.folded, strict=False)):
        return None
    if not last.startswith(entry.folded[-1]):
        return None
    rest = last[len(entry.folded[-1]) :]
    end -= len(rest)
    if makes_demonym(rest):
        return Span(start, end + 1, (Candidate(entry),), is_demonym=True)
    return Span(start, end, (Candidate(entry),)) if may_follow(rest, entry.folded[-1]) else None


def _spans_in_run(text: str, start: int, run: KnownRun, done: int, vocabulary: Vocabulary) -> Iterator[Span]:
    """A name may begin at any character of the run, and end behind it."""
    for offset, key in run.openings:
        position = start + offset
        bucket = vocabulary.buckets.get(key)
        if position < done or bucket is None or not may_part(text, position):
            continue
        span = _span_from(text, position, bucket)
        if span and _is_whole(run, span, start):
            done = span.end
            yield span


def _is_whole(run: KnownRun, span: Span, start: int) -> bool:
    """A name of several runs, with spaces between, is no part of a word."""
    own = span.start - start, span.end - start
    if own[1] > len(run.text):
        return True
    is_whole = is_whole_words(run.text, *own, strictly=_is_of_no_language(span))
    return is_whole and not is_spelt_on(run.text, own[1])


def _is_of_no_language(span: Span) -> bool:
    return all(one.entry.name.language == UNDETERMINED for one in span.candidates)


def _span_from(text: str, position: int, bucket: Bucket) -> Span | None:
    for length in bucket.lengths:
        end = position + length
        entries = bucket.by_text.get(text[position:end])
        if entries and _may_end(text, position, end):
            candidates = tuple(Candidate(entry) for entry in entries)
            is_demonym = _makes_demonym(text, end)
            return Span(position, end + is_demonym, candidates, is_demonym)
    return None


def _makes_demonym(text: str, end: int) -> bool:
    return text.startswith(_PEOPLE, end) and not text.startswith(_OTHER_WORDS_WITH_PEOPLE, end)


def _may_end(text: str, position: int, end: int) -> bool:
    return (
        end <= len(text)
        and may_part(text, end)
        and (end - position > 1 or stands_for_country(text, position))
    )
