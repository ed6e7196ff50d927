"""Where the sentences of a paragraph begin and end."""

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from app.newswire.punctuation import (
    CLOSING_BRACKETS,
    CLOSING_QUOTES,
    LANGUAGES_WITHOUT_STOPS,
    OPENING_QUOTES,
    primary,
)

Span = tuple[int, int]

# Sentencex takes a quotation for one sentence, however many it holds; so it does not get to see the marks.
# Apostrophes stay.
_QUOTES = re.compile(
    f"(?<![^\\W\\d_])[{re.escape(OPENING_QUOTES)}]|[{re.escape(CLOSING_QUOTES)}](?![^\\W\\d_])"
)
_MASK = "\u2009"
_CLOSERS = re.escape(CLOSING_QUOTES + CLOSING_BRACKETS)
_OPENING = re.compile(f"[{_CLOSERS}\\s]*")
_CLOSING = re.compile(f"[」』）】]+|(?<=[。！？])[”’]+|\\s?»(?=\\s|$)|[{_CLOSERS}]+(?=\\s|$)")
# Written on to: by a particle of Korean or Japanese, by what follows in Chinese, by a dash.
_WRITTEN_ON = re.compile('["”’]+(?=[\uac00-\ud7a3\u3040-\u30ff\u3400-\u9fff–—-])')
_DASH = re.compile(r"[–—-]\s*")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_INITIAL = re.compile(r"(?:^|[\s.(])[^\W\d_]\.$")
# A word of Hangul is no shorter than others for having fewer characters.
_SHORT_WORD = re.compile(r"(?:^|\s)(?:(?![\uac00-\ud7a3])[^\W\d_]){1,4}\.$")
# Sentencex takes a digit behind it for a part of the same number. A sentence in Latin letters may stand
# before one in signs that need no space. A shorter word is an abbreviation: vol.3号.
_BEFORE_DIGIT = re.compile(
    "[。！？](?=\\d)|(?<=[a-zß-ÿ]{4})[.!?](?=\\d+[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])"
)
# And what stands before this stop for an abbreviation: 50 km/h.
_AFTER_RATE = re.compile(r"\d\s?[^\W\d_]{1,4}/[^\W\d_]{1,3}\.(?=\s+([^\W\d_]))")
# German writes ordinals with a stop and nouns with a capital: im 19. Jahrhundert.
_GERMAN_ORDINAL = re.compile(
    r"(?:^|\s)(?:de[rmns]|die|das|[ai]m|vom|zu[mr]|beim|bis|seit|(?:[msd]?ein|kein|ihr|unser|eur|dies|jed)e?[rmns]?|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag,?|(?:mittwoch|sonnabend),?)\s\d{1,3}\.$",
    re.IGNORECASE,
)
# Sentencex knows these in some languages only, and no sentence ends with them.
_TITLE = re.compile(r"(?:^|[^\w.])(?:dra?|profa?|mgr|mme|mlle|mw|mevr|dhr)\.$", re.IGNORECASE)
# Words or parts of words elsewhere. What may end a sentence is not among them: gen. (a gene), min. (minutes).
_TITLES = {
    language: re.compile(rf"(?:^|[^\w.])(?:{titles})\.$", re.IGNORECASE)
    for language, titles in {
        "de": "abg|frl", "el": "καθ", "es": "dña|excm[oa]|ilm[oa]|lic|ing", "fr": "pr", "hu": "ifj|özv",
        "it": "on|sen|ing|avv|arch|geom|dott|sig|mons", "nl": "ds|drs|ir", "pl": "inż|ks|red|abp|bp|płk|ppłk",
        "pt": "dep|exm[oa]|eng", "ro": "dl|d-?na", "ru": "св|тов|акад", "tr": "doç", "uk": "св|тов|акад",
    }.items()
}  # fmt: skip
_WORD = re.compile(r"[^\W_]")
_ATTRIBUTION = re.compile(r"(?:と|って)")

# A space ends a sentence or a clause in Thai and Lao; they are joined until they are as long as sentences.
LEAST_WITHOUT_STOPS = 80


def sentence_spans(text: str, language: str) -> tuple[Span, ...]:
    """Offsets of the sentences without the white space between them, in code points."""
    found = (
        _without_stops(text) if primary(language) in LANGUAGES_WITHOUT_STOPS else _with_stops(text, language)
    )
    return tuple(_trimmed(text, found))


def _with_stops(text: str, language: str) -> list[Span]:
    masked = _QUOTES.sub(_MASK, text)
    spans: list[Span] = []
    for first, end in _boundaries(masked, language):
        start = first
        if spans:
            start = _after_closing_marks(text, len(masked[: spans[-1][1]].rstrip()))
            spans[-1] = (spans[-1][0], start)
        if end <= start:
            continue
        if spans and _goes_on(text[spans[-1][0] : start].rstrip(), text[start:end], language):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _boundaries(masked: str, language: str) -> Iterator[Span]:
    for boundary in get_sentence_boundaries(primary(language), masked):
        start, end = boundary["start_index"], boundary["end_index"]
        for stop in _missed_stops(masked, start, end):
            yield start, stop
            start = stop
        yield start, end


def _missed_stops(masked: str, start: int, end: int) -> list[int]:
    stops = [each.end() for each in _BEFORE_DIGIT.finditer(masked, start, end)]
    stops += [each.end() for each in _AFTER_RATE.finditer(masked, start, end) if each[1].isupper()]
    return sorted(stops)


def _after_closing_marks(text: str, position: int) -> int:
    """A mark that closes behind the stop belongs to the sentence before it."""
    match = _CLOSING.match(text, position) or _WRITTEN_ON.match(text, position)
    return match.end() if match and not _opens(text, match) else position


def _opens(text: str, marks: re.Match[str]) -> bool:
    """Of marks that look alike at both ends of a quotation the first, the third and so on do.

    In Korean a space stands before what opens, and only a particle is written on to a mark.
    """
    if _HANGUL.match(text, marks.end()):
        return False
    return marks[0] == '"' and text.count('"', 0, marks.start()) % 2 == 0


def _goes_on(before: str, after: str, language: str) -> bool:
    """Whether the stop between them ended an abbreviation, an ordinal or a quotation within a sentence."""
    begins = _OPENING.sub("", after, count=1)
    is_quoted = before[-1:] in tuple(CLOSING_QUOTES)
    if is_quoted:
        begins = _DASH.sub("", begins, count=1)
    if (
        not _WORD.search(before)
        or not _WORD.search(begins)
        or begins[0].islower()
        or (is_quoted and _HANGUL.match(after))
    ):
        return True
    if before[-1] == ".":
        is_ordinal = primary(language) == "de" and _GERMAN_ORDINAL.search(before)
        if is_ordinal or _INITIAL.search(before) or _ends_in_title(before, language):
            return True
        return begins[0].isdigit() and bool(_SHORT_WORD.search(before))
    return is_quoted and bool(_ATTRIBUTION.match(begins))


def _ends_in_title(before: str, language: str) -> bool:
    own = _TITLES.get(primary(language), _TITLE)
    return bool(_TITLE.search(before) or own.search(before))


def _without_stops(text: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for match in re.finditer(r"\s+|$", text):
        if match.start() - start >= LEAST_WITHOUT_STOPS or match.end() == len(text):
            spans.append((start, match.end()))
            start = match.end()
    if len(spans) > 1 and spans[-1][1] - spans[-1][0] < LEAST_WITHOUT_STOPS // 2:
        spans[-2:] = [(spans[-2][0], spans[-1][1])]
    return spans


def _trimmed(text: str, spans: list[Span]) -> Iterator[Span]:
    for start, end in spans:
        piece = text[start:end]
        first = start + len(piece) - len(piece.lstrip())
        last = start + len(piece.rstrip())
        if first < last:
            yield first, last
