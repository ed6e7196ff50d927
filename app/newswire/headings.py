"""Headings between paragraphs: short, without a stop, above something longer."""

from app.newswire.passages import Passage
from app.newswire.punctuation import (
    CLOSING_QUOTES,
    LANGUAGES_WITHOUT_STOPS,
    OPENING_QUOTES,
    SENTENCE_ENDS,
    ends_sentence,
    primary,
)
from app.newswire.quotes import find_quotations
from app.newswire.widths import columns

WIDEST_HEADING = 80
MOST_WORDS = 12
# How much longer the text below must be; more where no stop can tell a sentence from a heading.
LEAST_RATIO = 1.5
LEAST_RATIO_WITHOUT_STOPS = 3.0
WIDEST_WITHOUT_STOPS = 25

_QUESTION_MARKS = "?？؟;"
_NEVER_LAST = ",;:，、；：،؛" + SENTENCE_ENDS


def is_heading(passage: Passage, below: Passage, language: str) -> bool:
    return looks_like_heading(passage, is_glued_below=below.is_glued) and _is_text_of(
        below, passage, language
    )


def looks_like_heading(passage: Passage, *, is_glued_below: bool) -> bool:
    text = passage.text
    if len(text) > WIDEST_HEADING or len(text.split()) > MOST_WORDS or columns(text) > WIDEST_HEADING:
        return False
    if not any(char.isalpha() for char in text) or text[0] in OPENING_QUOTES + "([（【-–—":
        return False
    last = text.rstrip()[-1]
    if last in _QUESTION_MARKS:
        return is_glued_below
    if last in CLOSING_QUOTES and not is_glued_below:
        return False
    return last not in _NEVER_LAST and not ends_sentence(text)


def _is_text_of(below: Passage, heading: Passage, language: str) -> bool:
    width = max(1, columns(heading.text))
    ratio = columns(below.text) / width
    if primary(language) in LANGUAGES_WITHOUT_STOPS:
        stands_out = below.is_glued or heading.blanks > below.blanks
        return ratio >= LEAST_RATIO_WITHOUT_STOPS and (stands_out or width <= WIDEST_WITHOUT_STOPS)
    return ratio >= LEAST_RATIO and (ends_sentence(below.text) or _stays_open(below.text, language))


def _stays_open(text: str, language: str) -> bool:
    """A quotation that goes on in the next paragraph may stop anywhere."""
    first = next(iter(find_quotations(text, language)), None)
    return first is not None and first.start == 0 and not first.is_closed
