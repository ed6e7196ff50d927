"""Quotations that open or close on one side only, or are quotations in one language only."""

import re
from collections.abc import Iterator

from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.quotation_marks import Quoted, find_quoted, has_single_quotes
from app.parallel.checks.words import find_words

# A dash may open or close direct speech: „Itt állok – mondta.
_DASH = re.compile(r"(?:^|\s)[–—]")
# And does so surely at the start, or behind the stop or comma that ends what is said.
_SPEECH = re.compile(r"^\W*[–—-]\s|[,.!?…]\s?[–—]\s")
UNBALANCED, MISSING = "unbalanced-quotes", "missing-quotes"
FEWEST_CHARACTERS = 25
FEWEST_WORDS = 4
"""Names and single words stand in quotation marks in one language, and bare or in italics in another."""


def quote_findings(source: str, target: str) -> Iterator[Finding]:
    left, right = find_quoted(source), find_quoted(target)
    if (_has_lost_partner(left, right) and not _DASH.search(source)) or (
        _has_lost_partner(right, left) and not _DASH.search(target)
    ):
        yield Finding(
            UNBALANCED,
            tuple(Span(place, place + 1) for place in left.unpaired),
            tuple(Span(place, place + 1) for place in right.unpaired),
            {"side": "source" if left.unpaired else "target"},
        )
    elif not left.unpaired and not right.unpaired and bool(left.spans) != bool(right.spans):
        quoting, silent, text = (left, target, source) if left.spans else (right, source, target)
        spans = tuple(Span(*span) for span in quoting.spans if _is_speech(text[slice(*span)]))
        if spans and find_words(silent) and not _SPEECH.search(silent) and not has_single_quotes(silent):
            yield Finding(
                MISSING,
                spans if quoting is left else (),
                spans if quoting is right else (),
                {"side": "target" if quoting is left else "source"},
            )


def _has_lost_partner(one: Quoted, other: Quoted) -> bool:
    """A quotation that runs on into the next segment opens or closes alone, but does so on both sides."""
    return len(one.unpaired) == 1 and not other.unpaired and len(one.spans) + 1 == len(other.spans)


def _is_speech(quoted: str) -> bool:
    return (
        len(quoted) >= FEWEST_CHARACTERS
        and sum(not word.has_capital for word in find_words(quoted)) >= FEWEST_WORDS
    )
