"""Runs of capitalised words: what may be a name, in scripts that have capitals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from app.gazetteer.discovery.passages import Span
from app.language.locale import find_locale
from app.newswire.names import PARTICLES
from app.newswire.punctuation import (
    CAPITALISING_NOUNS,
    CLOSING_QUOTES,
    OPENING_QUOTES,
    SENTENCE_ENDS,
    ends_sentence,
    primary,
)
from app.newswire.roles import is_role

LONGEST_RUN = 7
_TITLE_CASED = 0.6

# Initials ("J.", "W.J."), else a word with apostrophes, hyphens and digits within.
_WORD = re.compile(r"(?:[^\W\d_]\.)+(?=[\s-])|\w+(?:['’ʼ‑-]\w+)*")
_ELIDED = re.compile(r"(?:[ldnsjmtcLDNSJMTC]|[Qq]u|[dDnsNS]ell|[aA]ll|[uU]n|[cC]om|[qQ]uest)['’ʼ](?=\w)")
_ELIDING = frozenset({"ca", "fr", "it", "oc"})
_POSSESSIVE = re.compile(r"['’ʼ](?:s|S)$")
_SUFFIXED = re.compile(r"['’ʼ][^\W\d_A-ZÇĞİÖŞÜ]+$")
_SUFFIXING = frozenset({"az", "cs", "pl", "sk", "tr"})
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_ATTACHED_PARTICLE = re.compile(r"(?:al|el|ad|as|at|ar|ash|an|bin|ibn)[-‑](?=\w)", re.IGNORECASE)
_OPENING = frozenset(OPENING_QUOTES + "–—")
_SPACES = frozenset({" ", "\u00a0", "\u202f"})
_NOT_BEFORE_SENTENCES = frozenset(OPENING_QUOTES + CLOSING_QUOTES + "([ \u00a0\u202f–—-•·*")


@dataclass(frozen=True, slots=True)
class Word:
    """``is_sure``: its capital is there for a name's sake, not for a sentence's, a heading's or a noun's."""

    text: str
    start: int
    end: int
    is_name_like: bool
    is_particle: bool
    is_role: bool
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Run:
    """``words`` begin and end with capitalised ones. ``role`` is the word for an office in front of them.

    ``is_speaker``: nothing but the run and a colon stands in front of somebody's words.
    """

    words: tuple[Word, ...]
    role: str | None
    is_speaker: bool


def find_runs(text: str, language: str, excluded: Sequence[Span] = ()) -> Iterator[Run]:
    """No run reaches into what is ``excluded``, as the mentions of known people are."""
    words = [_unless_within(word, excluded) for word in find_words(text, language)]
    start = 0
    while start < len(words):
        if not words[start].is_name_like:
            start += 1
            continue
        end = _run_end(text, words, start)
        yield from _without_roles(text, words, start, end)
        start = end


def find_words(text: str, language: str) -> list[Word]:
    matches = [_trimmed(match.group(), match.start(), language) for match in _WORD.finditer(text)]
    is_heading = not ends_sentence(text) and _is_title_cased([word for word, _ in matches])
    capitals_tell = not is_heading and primary(language) not in CAPITALISING_NOUNS
    return [_word(text, word, start, language, capitals_tell) for word, start in matches]


def _trimmed(word: str, start: int, language: str) -> tuple[str, int]:
    """Without articles that lost their vowel in front, and endings behind an apostrophe."""
    code = primary(language)
    if code in _ELIDING and (elided := _ELIDED.match(word)):
        word, start = word[elided.end() :], start + elided.end()
    word = _POSSESSIVE.sub("", word)
    if code in _SUFFIXING:
        word = _SUFFIXED.sub("", word)
    return word, start


def _is_title_cased(words: Sequence[str]) -> bool:
    """A heading in which capitals tell nothing."""
    long = [word for word in words if len(word) > 3 and not word.isdecimal()]  # noqa: PLR2004  # "of the and"
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= _TITLE_CASED * len(long)


def _word(text: str, word: str, start: int, language: str, capitals_tell: bool) -> Word:
    name_like, particle, role = _looks(word, language)
    return Word(
        text=word,
        start=start,
        end=start + len(word),
        is_name_like=name_like,
        is_particle=particle,
        is_role=role,
        is_sure=name_like and capitals_tell and not _begins_sentence(text, start),
    )


@lru_cache(maxsize=1 << 16)
def _looks(word: str, language: str) -> tuple[bool, bool, bool]:
    """Whether the word is like a name's, like a particle within one, and an office."""
    particle = not word[0].isupper() and word.casefold() in PARTICLES
    return _is_name_like(word, language), particle, is_role(word, language)


def _is_name_like(word: str, language: str) -> bool:
    if any(character.isdigit() for character in word):
        return False
    bare = _ATTACHED_PARTICLE.sub("", word) or word
    return bare[0].isupper() and word.casefold() not in _calendar(primary(language))


@cache
def _calendar(language: str) -> frozenset[str]:
    """The names of months and days (CLDR)."""
    locale = find_locale(language)
    if locale is None:
        return frozenset()
    names = {
        name.casefold()
        for table in (locale.months, locale.days)
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in table[context][width].values()
    }
    return frozenset(name.rstrip(".") for name in names)


def _begins_sentence(text: str, start: int) -> bool:
    before = start - 1
    while before >= 0 and text[before] in _NOT_BEFORE_SENTENCES:
        before -= 1
    if before < 0 or text[before] == "\n":
        return True
    if before < start - 1 and text[before + 1 : start].strip():
        return True
    return text[before] in SENTENCE_ENDS or text[before] in ":："


def _unless_within(word: Word, excluded: Sequence[Span]) -> Word:
    if any(span.start < word.end and word.start < span.end for span in excluded):
        return replace(word, is_name_like=False, is_particle=False, is_sure=False)
    return word


def _run_end(text: str, words: Sequence[Word], start: int) -> int:
    """Behind the last capitalised word that follows without more than a space or particles between."""
    end = index = start + 1
    while index < len(words) and text[words[index - 1].end : words[index].start] in _SPACES:
        if words[index].is_name_like:
            end = index + 1
        elif not words[index].is_particle:
            break
        index += 1
    return end


def _without_roles(text: str, words: Sequence[Word], start: int, end: int) -> Iterator[Run]:
    """Offices, and what stands in front of them, are no part of a name: "Defence Ministers James Mattis".

    The last word stays: "Stephen King".
    """
    role = _role_before(text, words, start)
    for index in range(end - 2, start - 1, -1):
        if words[index].is_role:
            role, start = words[index].text, index + 1
            break
    chosen = tuple(words[start:end])
    while chosen and chosen[0].is_particle:
        chosen = chosen[1:]
    if 0 < len(chosen) <= LONGEST_RUN:
        is_speaker = _is_speaker(text, chosen)
        if is_speaker:
            chosen = tuple(replace(word, is_sure=word.is_name_like) for word in chosen)
        yield Run(chosen, role, is_speaker)


def _role_before(text: str, words: Sequence[Word], start: int) -> str | None:
    if start == 0 or text[words[start - 1].end : words[start].start].strip("\u00a0\u202f .") != "":
        return None
    return words[start - 1].text if words[start - 1].is_role else None


def _is_speaker(text: str, chosen: Sequence[Word]) -> bool:
    """Nothing but a name and a colon in front of somebody's words: "Bijleveld: “…"."""
    behind = text[chosen[-1].end :]
    return (
        behind[:1] in (":", "：")
        and behind[1:].lstrip()[:1] in _OPENING
        and _begins_sentence(text, chosen[0].start)
    )


def is_initials(word: str) -> bool:
    return _INITIALS.fullmatch(word) is not None
