"""Names in what somebody typed to ask for them: of any language, and in any case."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.gazetteer.chinese import CHINESE, with_one_variant
from app.gazetteer.entries import Entry, entry, is_abbreviation
from app.gazetteer.inflection import is_inflected, uninflected
from app.gazetteer.keys import (
    MOST_CHARACTERS,
    capitalised,
    fold,
    opening_of_run,
    opening_of_two,
    without_article,
)
from app.gazetteer.names import Name
from app.gazetteer.particles import makes_demonym, may_follow
from app.gazetteer.proclitics import without_proclitics
from app.gazetteer.words import Word, is_spaceless, is_syllabic, list_words, may_part, plain, split_words


@dataclass(frozen=True, slots=True)
class Asked:
    """A part of what was typed, and all the names that it may be. Offsets in code points.

    ``exact``: those of them that it is without an ending taken off.
    """

    start: int
    end: int
    names: Sequence[Name]
    exact: Sequence[Name]


_Span = tuple[int, int]

_SHORTEST_OF_OTHERS = 4
_FAMILY_AND_GIVEN = 3
"""Syllables of most Korean names, of which the first is the family's."""
_LAST_LATIN = "\u024f"
_ANYWHERE = frozenset({"en", "mul", "und"})
"""Texts of any language may name people and places so."""
_IN_CHINESE = CHINESE | _ANYWHERE


def openings_asked(typed: str, languages: Sequence[str]) -> set[str]:
    """What names are to be looked up by (``keys.opening``). ``languages``: those that may inflect a name."""
    words = list_words(plain(typed))
    found: set[str] = set()
    for number, word in enumerate(words):
        if word.is_run:
            found.update(_openings_in(word.text))
            continue
        first = set(_first_words(fold(word.text), languages))
        found |= first
        following = words[number + 1].text if number + 1 < len(words) else ""
        if following:
            found.update(opening_of_two(one, following) for one in first)
        if is_syllabic(word.text[0]):
            found.update(_openings_spaced_otherwise(word.text, following))
    return found


def find_asked(typed: str, names: Iterable[Name], languages: Sequence[str]) -> list[Asked]:
    """The longest names, in order, none within another."""
    text = plain(typed)
    words = list_words(text)
    found: dict[_Span, dict[tuple[str, str], Name]] = {}
    exact: dict[_Span, dict[tuple[str, str], Name]] = {}
    for name in names:
        taken_apart = entry(name)
        spans = list(_spans(text, words, taken_apart, languages)) if taken_apart else []
        for span in spans:
            found.setdefault(span, {})[name.referent.kind, name.referent.id] = name
        for span in _spans(text, words, taken_apart, ()) if taken_apart and spans else ():
            exact.setdefault(span, {})[name.referent.kind, name.referent.id] = name
    taken: list[_Span] = []
    for start, end in sorted(found, key=lambda span: (span[0] - span[1], span)):
        if all(end <= first or last <= start for first, last in taken):
            taken.append((start, end))
    return [
        Asked(*span, tuple(found[span].values()), tuple(exact.get(span, {}).values()))
        for span in sorted(taken)
    ]


def _openings_spaced_otherwise(word: str, following: str) -> Iterator[str]:
    """Of Korean names that are written with a space within the word, or without the one behind it."""
    for place in range(1, len(word)):
        for length in range(1, MOST_CHARACTERS + 1):
            yield opening_of_two(word[:place], word[place : place + length])
    if len(word) == 1:
        yield from (word + following[:length] for length in range(1, len(following) + 1))


def _openings_in(run: str) -> Iterator[str]:
    for place in range(len(run)):
        for length in range(1, MOST_CHARACTERS + 1):
            yield opening_of_run(run[place : place + length])


def _first_words(folded: str, languages: Sequence[str]) -> Iterator[str]:
    """Of names, as openings have them, that may begin in a word; nobody types capitals to ask."""
    for _, rest in ((0, folded), *(without_proclitics(folded) if folded else ())):
        for each in _uninflected(rest, languages):
            own = without_article(each)
            yield from (own, capitalised(own))


def _uninflected(word: str, languages: Sequence[str]) -> Iterator[str]:
    """Of Hangul, where particles are written as one with a name, all beginnings."""
    yield word
    if is_syllabic(word[:1] or " "):
        yield from (word[:length] for length in range(1, len(word)))
    else:
        for language in languages:
            yield from uninflected(word, language)


def _spans(
    text: str, words: Sequence[Word], name: Entry, languages: Sequence[str]
) -> Iterator[tuple[int, int]]:
    if is_spaceless(name.folded[0][0]):
        yield from _in_runs(text, words, name.name)
        return
    for number, word in enumerate(words):
        if not word.is_run and _is_at(words[number : number + len(name.folded)], name, languages):
            yield word.start, words[number + len(name.folded) - 1].end
    if is_syllabic(name.folded[0][0]):
        yield from _spaced_otherwise(text, words, name)


def _spaced_otherwise(text: str, words: Sequence[Word], name: Entry) -> Iterator[_Span]:
    """Korean 도널드트럼프 is 도널드 트럼프, and of a person 김 정은 is 김정은."""
    parts, whole = name.folded, "".join(name.folded)
    if len(parts) == 1 and name.name.referent.kind == "person" and len(whole) == _FAMILY_AND_GIVEN:
        parts = whole[0], whole[1:]
    if len(parts) == 1:
        return
    starts, ends = {word.start for word in words}, {word.end for word in words}
    for match in _however_parted(parts).finditer(text):
        if match.start() in starts:
            end = min(each for each in ends if each >= match.end())
            rest = text[match.end() : end]
            if not rest or may_follow(rest, whole):
                yield match.start(), end


def _in_runs(text: str, words: Sequence[Word], name: Name) -> Iterator[tuple[int, int]]:
    """A single character, as 法 for France, is more often a part of a word."""
    written = plain(name.text)
    if _base(name.language) in _IN_CHINESE:
        text, written = with_one_variant(text), with_one_variant(written)
    if len(written) == 1:
        yield from ((word.start, word.end) for word in words if text[word.start : word.end] == written)
        return
    parts = tuple(split_words(written).texts)
    if parts[0] in text:
        for match in _however_parted(parts).finditer(text):
            if may_part(text, match.start()) and may_part(text, match.end()):
                yield match.span()


@lru_cache(maxsize=1024)
def _however_parted(parts: tuple[str, ...]) -> re.Pattern[str]:
    """ドナルド・トランプ, with a space, or as one."""
    return re.compile("[・ =-]?".join(map(re.escape, parts)))


def _is_at(words: Sequence[Word], name: Entry, languages: Sequence[str]) -> bool:
    return len(words) == len(name.folded) and all(
        _is_form(word.text, folded, written, name, languages)
        for word, folded, written in zip(words, name.folded, name.written, strict=True)
    )


def _is_form(word: str, folded: str, written: str, name: Entry, languages: Sequence[str]) -> bool:
    if len(name.folded) == 1 and is_abbreviation(written) and not word.isupper():
        return False
    asked = fold(word)
    if asked == folded:
        return True
    if is_syllabic(asked[:1] or " "):
        rest = asked.removeprefix(folded)
        return rest != asked and (may_follow(rest, folded) or makes_demonym(rest))
    bare = without_article(folded)
    if any(rest == folded or without_article(rest) == bare for _, rest in without_proclitics(asked)):
        return True
    return without_article(asked) == bare or any(
        is_inflected(asked, folded, language, is_adjective=name.is_demonym)
        and _may_be_inflected(name.name, folded, language, languages)
        for language in languages
    )


def _may_be_inflected(name: Name, folded: str, language: str, languages: Sequence[str]) -> bool:
    """A short one only as the language's own: ``Řím`` in Czech, not an alias ``Pal`` of whatever language.

    One of a language that no text is in is inflected by nobody.
    """
    own = _base(name.language)
    if len(folded) < _SHORTEST_OF_OTHERS and folded[:1] <= _LAST_LATIN:
        return own == _base(language)
    return own in _ANYWHERE or own in map(_base, languages)


def _base(tag: str) -> str:
    return tag.partition("-")[0]
