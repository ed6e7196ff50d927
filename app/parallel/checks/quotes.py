"""Quotations that open or close on one side only, or are quotations in one language only."""

import re
from collections.abc import Iterator, Sequence

from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.quotation_marks import Quoted, find_quoted, find_single_quoted, has_single_quotes
from app.parallel.checks.words import find_words
from app.parallel.letters import HAN, KANA, length

# A dash may open or close direct speech: „Itt állok – mondta.
_DASH = re.compile(r"(?:^|\s)[–—]")
# And does so surely at the start, or behind the stop or comma that ends what is said.
_SPEECH = re.compile(r"^\W*[–—-]\s|[,.!?…]\s?[–—]\s")
_UNSPACED = re.compile(f"{HAN.pattern}|{KANA.pattern}")
_CLAUSES = re.compile("[，。？！、,?!]")
_Spans = Sequence[tuple[int, int]]
UNBALANCED, MISSING = "unbalanced-quotes", "missing-quotes"
FEWEST_CHARACTERS = 25
FEWEST_WORDS = 4
"""Names and single words stand in quotation marks in one language, and bare or in italics in another."""
PAIR = 2
FEWEST_WORDS_OF_EACH = 2
"""Of two short quotations in one text that are as long as one together."""
FEWEST_LETTERS = 40
"""Where words are not divided by spaces: letters of an alphabet that as many characters stand for."""
LEAST_SHARE = 0.1
"""Of a text, quoted on one side more than on the other; below, the lengths of two languages say as little."""
TOLERANCE = 0.25


def quote_findings(source: str, target: str) -> Iterator[Finding]:
    left, right = _quoted(source), _quoted(target)
    if (_have_lost_partners(left, right) and not _DASH.search(source)) or (
        _have_lost_partners(right, left) and not _DASH.search(target)
    ):
        yield Finding(
            UNBALANCED,
            tuple(Span(place, place + 1) for place in left.unpaired),
            tuple(Span(place, place + 1) for place in right.unpaired),
            {"side": "source" if left.unpaired else "target"},
        )
    elif not left.unpaired and not right.unpaired and len(left.spans) != len(right.spans):
        is_left = len(left.spans) > len(right.spans)
        quoting, silent = (source, target) if is_left else (target, source)
        spans = _lost_quotations(quoting, silent, *((left, right) if is_left else (right, left)))
        if spans and find_words(silent) and not _SPEECH.search(silent) and not has_single_quotes(silent):
            yield Finding(
                MISSING,
                spans if is_left else (),
                () if is_left else spans,
                {"side": "target" if is_left else "source"},
            )


def _quoted(text: str) -> Quoted:
    """What is said in single marks counts where there are no others, as many Dutch papers have it."""
    quoted = find_quoted(text)
    if quoted.spans or quoted.unpaired:
        return quoted
    said = (span for span in find_single_quoted(text) if _is_speech(text[slice(*span)]))
    return Quoted(tuple(said), ())


def _have_lost_partners(one: Quoted, other: Quoted) -> bool:
    """A quotation that runs on into the next segment opens or closes alone, but does so on both sides."""
    quotations = len(one.spans) + len(one.unpaired)
    return bool(one.unpaired) and not other.unpaired and quotations <= len(other.spans)


def _lost_quotations(quoting: str, silent: str, own: Quoted, others: Quoted) -> tuple[Span, ...]:
    lost: _Spans = own.spans
    if others.spans:
        lost = _lost_beside(quoting, sorted(own.spans), silent, sorted(others.spans))
    speech = [span for span in lost if _is_speech(quoting[slice(*span)])]
    if not speech and not others.spans and _are_short_speech([quoting[slice(*span)] for span in lost]):
        speech = sorted(lost)
    return tuple(Span(*span) for span in speech)


def _are_short_speech(quoted: Sequence[str]) -> bool:
    """Two that are long enough together; not names and single words, however many stand in marks."""
    are_phrases = all(_count_in_lower_case(each) >= FEWEST_WORDS_OF_EACH for each in quoted)
    return len(quoted) == PAIR and are_phrases and _is_speech(" ".join(quoted))


def _count_in_lower_case(quoted: str) -> int:
    return sum(not word.has_capital for word in find_words(quoted))


def _lost_beside(quoting: str, spans: _Spans, silent: str, others: _Spans) -> _Spans:
    """The one that the other side lacks, if as much less is quoted there.

    Two quotations that a translation made one are as long together as it is.
    """
    if len(spans) != len(others) + 1 or _are_nested(spans) or _are_nested(others):
        return ()
    lacking = _lacking(_places(quoting, spans), _places(silent, others))
    lost = [spans[lacking]]
    less = _share(quoting, spans) - _share(silent, others)
    return lost if less >= LEAST_SHARE and abs(less - _share(quoting, lost)) <= TOLERANCE * less else ()


def _lacking(places: Sequence[float], others: Sequence[float]) -> int:
    """Which of the places is to go for the rest to be nearest to the others."""

    def distance(index: int) -> float:
        rest = [*places[:index], *places[index + 1 :]]
        return sum(abs(one - other) for one, other in zip(rest, others, strict=True))

    return min(range(len(places)), key=distance)


def _places(text: str, spans: _Spans) -> list[float]:
    return [(start + end) / 2 / len(text) for start, end in spans]


def _share(text: str, spans: _Spans) -> float:
    return sum(length(text[start:end]) for start, end in spans) / length(text)


def _are_nested(spans: _Spans) -> bool:
    return any(one[0] < other[0] < one[1] for one in spans for other in spans)


def _is_speech(quoted: str) -> bool:
    if len(_UNSPACED.findall(quoted)) * 2 > len(quoted):
        return length(quoted) >= FEWEST_LETTERS and _CLAUSES.search(quoted) is not None
    return len(quoted) >= FEWEST_CHARACTERS and _count_in_lower_case(quoted) >= FEWEST_WORDS
