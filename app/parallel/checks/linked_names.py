"""People and places that the translation lost, names otherwise, or has another in place of."""

import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.function_words import own_words
from app.parallel.checks.known_places import beginnings_of, country_of, is_country, known_place
from app.parallel.checks.links import Link, Nameable, lacking, links_of
from app.parallel.checks.names import RESPELLING, is_latin, is_misspelling
from app.parallel.checks.ordinary_words import is_ordinary
from app.parallel.checks.structure import spans_of
from app.parallel.checks.words import Word, find_words
from app.parallel.folding import fold_word
from app.parallel.pairs import Pair
from app.parallel.segments import Segment
from app.parallel.side import Side
from app.parallel.text import KnownName
from app.parallel.transliteration import skeleton

_SHORTEST, _STEM = 4, 5
_FEWEST_CONSONANTS = 3
_LONGEST_ENDING = 3
_WRITTEN_WITHOUT_SPACES = frozenset({"ja", "km", "lo", "my", "th", "yue", "zh"})
_PHRASE_GOES_ON = re.compile(r"[-‑]\w| \d{4}(?!\d)| d(?:e|el|a|o|i|u)\b")
_SETS_COUNTRY_OFF = frozenset({",", "(", "、", "，", "（", "،"})
# Alphabets without capitals.
_ANY_WORD_MAY_BE_A_PLACE = frozenset({
    "am", "ar", "bn", "fa", "gu", "he", "hi", "ka", "km", "kn", "lo", "ml", "mr", "my", "ne", "pa", "ps",
    "sd", "si", "ta", "te", "th", "ti", "ug", "ur", "yi",
})  # fmt: skip


def linked_name_findings(
    source: Side, target: Side, pairs: Sequence[Pair], nameable: Nameable | None
) -> Iterator[Finding]:
    """Of each name once, where first; another in its place wherever that is.

    A person or country put for another may be named elsewhere, too, as all are whom a story is about.

    Where words have no capitals many of them are a place's name, too: from another script only those are told
    apart there that CLDR has names for.

    ``nameable`` are those that could be found in the target's language, None: all. A pronoun for a name is
    style, so that one is missing only from the whole of a translation.
    """
    there, here = source.entities, target.entities
    texts = [" ".join(fold_word(word.text) for word in _words(side)) for side in (source, target)]
    are_latin = _is_latin(texts[0]) and _is_latin(texts[1])
    languages = source.language, target.language
    seen: set[str] = set()
    for pair in pairs:
        if not pair.source or not pair.target:
            continue
        named, others = list(links_of(pair.source, source)), list(links_of(pair.target, target))
        said = " ".join(fold_word(word.text) for each in pair.source for word in find_words(each.text))
        beside = {each.entity: said for each in others if _may_be_elsewhere(each, target.language)}
        strangers = [
            each
            for each in lacking(others, named)
            if (each.entity in beside or each.entity not in there)
            and not _stands(each, beside.get(each.entity, texts[0]))
            and not _is_ordinary(each, target.language)
        ]
        words = " ".join(fold_word(word.text) for each in pair.target for word in find_words(each.text))
        for link in lacking(named, others):
            is_sure = _can_be_found(link, nameable) and _is_one_for_one(link, named, others, languages)
            candidates = strangers if is_sure and not _stands(link, words) else []
            is_phrase = _is_part_of_phrase(link, named, source)
            candidates = [
                each
                for each in candidates
                if each.entity not in there or (not is_phrase and each.is_demonym == link.is_demonym)
            ]
            if other := next(
                (
                    each
                    for each in candidates
                    if _may_be_meant(each, link, languages)
                    and (
                        are_latin
                        or _are_two(link, each, languages, (beside.get(each.entity, texts[0]), words))
                    )
                ),
                None,
            ):
                strangers.remove(other)
                seen.add(link.entity)
                evidence = {"entity": link.entity, "source": link.text, "target": other.text}
                yield Finding("name-mismatch", (link.span,), (other.span,), evidence)
            elif link.entity not in seen and (misspelled := _misspelled(link, pair.target, source, target)):
                seen.add(link.entity)
                yield misspelled
            elif link.entity not in seen | here:
                seen.add(link.entity)
                is_gone = (
                    (
                        _is_gone(link, languages, texts[1])
                        or (
                            not _name_goes_on(link, source)
                            and _is_unsaid(link, languages, (texts[1], words), strangers, nameable)
                        )
                    )
                    and not _stands_for(link, languages, words)
                    and not _is_part_of_phrase(link, named, source)
                )
                if is_gone and _can_be_found(link, nameable):
                    evidence = {"entity": link.entity, "source": link.text}
                    yield Finding("name-missing", (link.span,), spans_of(pair.target), evidence)


def _may_be_elsewhere(link: Link, language: str) -> bool:
    return link.kind == "person" or _is_country(link, language)


def are_linked(spelling: Finding, source: Side, target: Side) -> bool:
    """Whether both are words of names as people or places are known to have: Gran Bretaña, Gran Bretagna."""
    return all(
        any(_is_in(span, name) for span in spans for name in side.names.get(span.block or "", ()))
        for side, spans in ((source, spelling.source_spans), (target, spelling.target_spans))
    )


def _is_in(span: Span, name: KnownName) -> bool:
    return name.start <= span.start and span.end <= name.end


def _words(side: Side) -> Iterator[Word]:
    for text in side.texts.values():
        yield from find_words(text)


def _is_latin(text: str) -> bool:
    return 2 * sum(letter in ascii_lowercase for letter in text) > sum(map(str.isalpha, text))


def _stands(link: Link, text: str) -> bool:
    """Whether a word of the name begins a word of the text, with another ending perhaps."""
    words = [fold_word(word.text) for word in find_words(link.text)]
    stems = (word[:_STEM] for word in words if len(word) >= _SHORTEST)
    return any(f" {stem}" in f" {text}" for stem in stems) or f" {' '.join(words)} " in f" {text} "


def _is_ordinary(link: Link, language: str) -> bool:
    """A word of the language that a place is called, too, in any case: Marina, the navy."""
    return (
        link.kind == "place"
        and known_place(link.text, language) is None
        and is_ordinary(link.text, language, ending=_LONGEST_ENDING)
    )


def _can_be_found(link: Link, nameable: Nameable | None) -> bool:
    return nameable is None or link.entity in nameable


def _may_be_meant(other: Link, link: Link, languages: tuple[str, str]) -> bool:
    """Another person for a person, a country for a country; not where one name was linked to two.

    Nor a name within the other: Guinea, of Papua New Guinea. Of two places that CLDR does not name none knows
    whether one is in the other, as England is in Britain.
    """
    if other.kind != link.kind or fold_word(other.text) == fold_word(link.text):
        return False
    is_known = any(known_place(each.text, tag) for each, tag in zip((link, other), languages, strict=True))
    if link.kind != "person" and not (is_known or link.is_demonym or other.is_demonym):
        return False
    one, two = (set(each.entity.partition("/")[2].split("-")) for each in (link, other))
    is_within = one < two or two < one
    return not is_within and _is_country(link, languages[0]) == _is_country(other, languages[1])


def _is_country(link: Link, language: str) -> bool:
    return link.is_demonym or is_country(known_place(link.text, language))


def _are_two(link: Link, other: Link, languages: tuple[str, str], texts: Sequence[str]) -> bool:
    """Across scripts: neither West Virginia and its second word, nor a name that is heard on both sides."""
    if link.kind == "person":
        return True
    places = [
        known_place(each.text, language) for each, language in zip((link, other), languages, strict=True)
    ]
    is_known = all(places) and places[0] != places[1]
    if not is_known and _ANY_WORD_MAY_BE_A_PLACE & {tag.partition("-")[0] for tag in languages}:
        return False
    one, two = (set(each.entity.partition("/")[2].split("-")) for each in (link, other))
    return not (one & two or _is_heard(other.text, texts[0]) or _is_heard(link.text, texts[1]))


def _is_gone(link: Link, languages: tuple[str, str], text: str) -> bool:
    """A name that was not found may yet stand there, in a case or an adjective that no list of names has.

    So that of places only those count whose names in both languages CLDR knows; and where words have no
    capitals nothing counts, for a name may be found that is none.
    """
    if languages[0].partition("-")[0] in _ANY_WORD_MAY_BE_A_PLACE:
        return False
    words = find_words(link.text)
    if link.kind == "person":
        return not words or f" {fold_word(words[-1].text)[:_STEM]}" not in f" {text}"
    is_short = not any(len(word.text) >= _SHORTEST for word in words)
    if link.is_demonym or is_short or _stands(link, text) or _is_heard(link.text, text):
        return False
    place = None if "." in link.text else known_place(link.text, languages[0])
    beginnings = beginnings_of(place, languages[1]) if place else frozenset()
    return bool(beginnings) and not any(each in text for each in beginnings)


def _name_goes_on(link: Link, side: Side) -> bool:
    """The Baja of Baja California."""
    behind = side.texts[link.span.block or ""][link.span.end :]
    return behind[:1] == " " and behind[1:2].isupper()


def _is_unsaid(
    link: Link,
    languages: tuple[str, str],
    texts: tuple[str, str],
    others: Sequence[Link],
    nameable: Nameable | None,
) -> bool:
    """Of a place that CLDR does not name, whether no word begins or sounds as its names there do.

    ``texts``: of the whole translation, and of the pair. Not where another place is named, as the country of
    a government is for its capital, nor where no spaces tell words apart: 華府 is Washington, too.
    """
    called = nameable.get(link.entity, ()) if nameable else ()
    primaries = {language.partition("-")[0] for language in languages}
    if link.kind != "place" or link.is_demonym or others or primaries & _WRITTEN_WITHOUT_SPACES:
        return False
    if known_place(link.text, languages[0]) or len(link.text) < _SHORTEST or "." in link.text:
        return False
    if not called or languages[0].partition("-")[0] in _ANY_WORD_MAY_BE_A_PLACE:
        return False
    return not any(_is_said(word, texts) for name in (link.text, *called) for word in fold_word(name).split())


def _is_said(name: str, texts: tuple[str, str]) -> bool:
    """As it is, with prefixes or endings, or in a word made of it: England, engelske."""
    whole, pair = texts
    return (
        (len(name) < _SHORTEST and f" {name}" in f" {whole}")
        or (len(name) >= _SHORTEST and name[:_STEM] in whole)
        or any(word.startswith(name[: _SHORTEST - 1]) for word in pair.split())
        or _is_heard(name, whole)
    )


def _is_part_of_phrase(link: Link, links: Sequence[Link], side: Side) -> bool:
    """Often said without the place: Netherlands-based, London 2012, the Italy of "Naples (Italy)"."""
    text = side.texts[link.span.block or ""]
    if _PHRASE_GOES_ON.match(text, link.span.end):
        return True
    return any(
        each.span.block == link.span.block
        and text[each.span.end : link.span.start].strip() in _SETS_COUNTRY_OFF
        and not _is_country(each, side.language)
        for each in links
    )


def _stands_for(link: Link, languages: tuple[str, str], words: str) -> bool:
    """Madrid, for the government of the country that is named there."""
    place = known_place(link.text, languages[0])
    country = country_of(place) if place else None
    return country is not None and any(each in words for each in beginnings_of(country, languages[1]))


def _is_heard(name: str, text: str) -> bool:
    """As it is, or with another ending."""
    sounds = {skeleton(word) for word in text.split()}
    own = {sound for sound in map(skeleton, name.split()) if len(sound) >= _FEWEST_CONSONANTS}
    long = [sound for sound in sounds if len(sound) > _FEWEST_CONSONANTS]
    return bool(own & sounds) or any(
        len(sound) > _FEWEST_CONSONANTS and (each.startswith(sound) or sound.startswith(each))
        for sound in own
        for each in long
    )


def _is_one_for_one(
    link: Link, links: Sequence[Link], others: Sequence[Link], languages: tuple[str, str]
) -> bool:
    """With all others of its rank the same: what more there is on a side may well be what is lacking there.

    A country beside its town, "het Canadese Ottawa", is often left out or said otherwise.
    """
    rank = _rank(link, languages[0])
    lost = [each for each in lacking(links, others) if _rank(each, languages[0]) == rank]
    new = [each for each in lacking(others, links) if _rank(each, languages[1]) == rank]
    return len(lost) == len(new) == 1


def _rank(link: Link, language: str) -> tuple[str, bool]:
    return link.kind, _is_country(link, language)


def _misspelled(link: Link, segments: Sequence[Segment], source: Side, target: Side) -> Finding | None:
    """A word of the name, as the translation has it elsewhere or else the source, in letters of neither."""
    own = [
        target.texts[block][name.start : name.end]
        for block, names in target.names.items()
        for name in names
        if name.entity == link.entity
    ]
    is_respelt = target.language.partition("-")[0] in RESPELLING or not is_latin(link.text)
    if is_respelt and (link.kind == "place" or not own):
        return None  # in a title a place may have another language's name: National Trust for Scotland
    known = {fold_word(word.text) for side in (source, target) for word in _linked_words(side)}
    known |= {fold_word(word.text) for word in _words(source)}
    names = {word.text for text in own or [link.text] for word in find_words(text) if word.has_capital}
    for segment in segments:
        words = find_words(segment.text)
        for before, word in zip((None, *words), words, strict=False):
            folded = fold_word(word.text)
            if not word.has_capital or folded in known or _is_in_title(before, target.language):
                continue
            if any(is_misspelling(fold_word(name), folded) for name in names):
                start = segment.start + word.start
                span = Span(start, start + len(word.text), segment.block)
                evidence = {"source": link.text, "target": word.text}
                return Finding("name-spelling", (link.span,), (span,), evidence)
    return None


def _is_in_title(before: Word | None, language: str) -> bool:
    """One that was left in English: National Trust for Scotland."""
    return (
        before is not None
        and not before.has_capital
        and before.text in own_words("en")
        and before.text not in own_words(language)
    )


def _linked_words(side: Side) -> Iterator[Word]:
    for block, names in side.names.items():
        for name in names:
            yield from find_words(side.texts[block][name.start : name.end])
