"""What a query asks for, thing by thing, and as expressions of each language."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise, takewhile

from icu4py.breakers import WordBreaker

from app.gazetteer.words import is_spaceless, is_syllabic, list_words, plain
from app.search.analysis import MOST_CHARACTERS, analyse
from app.search.expression import AllOf, AnyOf, Expression, Field, Phrase, asked, phrase, weighted
from app.search.folding import fold, fold_in
from app.search.languages import analysis_language
from app.search.query import Clause

_ANY_LANGUAGE = "und"
_MOST_PARTED = 2
_MOST_UNSURE = 3
"""Words that a dictionary parts otherwise when it knows what follows."""
_WITH_CASE = re.compile(r"([^\W\d_]{3,})'([^\W\d_]{2,5})")
_LONGEST_PARTICLE, _SHORTEST_STEM = 3, 2
"""In syllables of Korean."""

Beginnings = Callable[[str, str], Sequence[str]]
"""Terms of the words that begin so, by language."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing: the text, or one of the keywords, is in what is found.

    ``others`` stand for the text in other languages, by analysis language; ``for_parts`` for a word of it,
    where it is several that are written as one. ``weights``: what the text counts for in each. ``common``:
    the languages in which it is so common that having it says nothing. ``as_one``: what it may be written
    as one with, in Korean. ``bare``: the languages in which it is known to begin with no proclitic.
    """

    text: Clause | None
    keywords: tuple[str, ...] = ()
    others: Mapping[str, Sequence[Phrase]] = field(default_factory=dict, hash=False)
    for_parts: Mapping[str, Sequence[Phrase]] = field(default_factory=dict, hash=False)
    weights: Mapping[str, float] = field(default_factory=dict, hash=False)
    common: frozenset[str] = frozenset()
    as_one: tuple[str, ...] = ()
    bare: frozenset[str] = frozenset()

    def expression(
        self, language: str, beginnings: Beginnings, *, is_wide: bool = False, is_loose: bool = False
    ) -> Expression | None:
        """None where a text of that language cannot have it.

        ``is_wide``: nor what stands for it, ``is_loose``: nor for a word of it.
        """
        is_bare = language in self.bare
        written = _expression(self.text, language, beginnings, is_bare=is_bare) if self.text else None
        if written:
            written = weighted(written, self.weights.get(language, 1.0))
        parts = [*([written] if written else []), *(Phrase((keyword,)) for keyword in self.keywords)]
        if language == "ko":
            parts += filter(None, (phrase(each, language) for each in self.as_one))
        if is_wide:
            parts += self.others.get(language, ())
        if is_loose:
            parts += self.for_parts.get(language, ())
        return any_of(parts) if parts else None


def all_of(parts: Sequence[Expression]) -> Expression:
    """Of at least one."""
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def any_of(parts: Sequence[Expression]) -> Expression:
    """Of at least one."""
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))


def has_words(clause: Clause, languages: Sequence[str]) -> bool:
    """Whether in any language there is something in it to be searched for."""
    return any(phrase(clause.text, language) for language in languages)


def beginnings_in(clause: Clause, language: str) -> list[str]:
    """Folded, what of a prefix may begin a word: its last, or the last in that where none are parted."""
    last = _last_word(clause)
    return [fold_in(last[start:], language) for start in begins_at(last)]


def _last_word(clause: Clause) -> str:
    words = list(list_words(plain(clause.text)))
    return words[-1].text if words else ""


def begins_at(word: str) -> list[int]:
    """Of the last words in what a script without spaces writes as one; a beginning may be parted wrongly."""
    tokens = [token for token in analyse(word, _ANY_LANGUAGE) if not token.beside]
    parted = [second.start for first, second in pairwise(tokens) if first.end <= second.start]
    return [0, *parted[-_MOST_PARTED:]] if word else []


def any_where_begun(beginning: str, language: str, field: Field) -> list[Phrase]:
    """Of these a text has one wherever it has a word, or a run, that is longer than its beginning.

    That is asked for less than is known: a dictionary may part the last words otherwise once more is there,
    and what begins a particle of Korean may go.
    """
    syllables = sum(1 for _ in takewhile(is_syllabic, reversed(beginning)))
    unsure = min(_LONGEST_PARTICLE - 1, max(0, syllables - _SHORTEST_STEM))
    tokens = [token for token in analyse(beginning, language) if not token.beside]
    is_parted = all(first.end <= second.start for first, second in pairwise(tokens))
    if not (tokens and is_parted and is_spaceless(beginning[-1])):
        known = phrase(beginning[: len(beginning) - unsure], language, field)
        return [known] if known else []
    if len(tokens) > _MOST_UNSURE:
        return [Phrase(tuple(token.term for token in tokens[:-_MOST_UNSURE]), field)]
    firsts = accumulate(beginning[:MOST_CHARACTERS])
    return [Phrase((f"{analysis_language(language)}:{fold(first)}",), field) for first in firsts]


def words_in(text: str) -> list[str]:
    """Those of a dictionary where a script writes several as one; else the whole text."""
    words = list_words(plain(text))
    if not any(word.is_run for word in words):
        return [text]
    found: list[str] = []
    for word in words:
        spans = WordBreaker(word.text, _ANY_LANGUAGE).segments() if word.is_run else [(0, len(word.text))]
        found.extend(word.text[start:end] for start, end in spans)
    return found


def parts_of(text: str) -> list[str]:
    """Words that signs part, as hyphens do; the whole text where they are numbers, or fewer than two.

    A single letter of an alphabet is no word: ``F`` of ``F-16``. Nor is a case ending behind an apostrophe,
    shorter than the name in front of it: ``Londra'nın``.
    """
    name = _WITH_CASE.fullmatch(plain(text))
    if name and len(name[1]) > len(name[2]):
        return [name[1]]
    parts = [
        word.text
        for word in list_words(plain(text).replace("_", " "))
        if len(word.text) > 1 or word.is_run or is_syllabic(word.text)
    ]
    are_several = len(parts) > 1 and not "".join(parts).isdecimal()
    return parts if are_several else [text]


def _expression(clause: Clause, language: str, beginnings: Beginnings, *, is_bare: bool) -> Expression | None:
    if clause.kind == "phrase":
        return phrase(clause.text, language)
    whole = asked(clause.text, language, is_bare=is_bare)
    if clause.kind != "prefix":
        return whole
    ends = _ends(_last_word(clause), language, beginnings)
    if not ends:
        return whole
    before = phrase(clause.text[: plain(clause.text).rindex(_last_word(clause))], language)
    begun = AllOf((before, any_of(ends))) if before else any_of(ends)
    return any_of([begun, whole]) if whole and whole not in ends else begun


def _ends(last: str, language: str, beginnings: Beginnings) -> list[Phrase]:
    found: dict[Phrase, None] = {}
    for start in begins_at(last):
        front = phrase(last[:start], language)
        for term in beginnings(language, fold_in(last[start:], language)):
            found[Phrase((*front.terms, term) if front else (term,))] = None
    return list(found)


def wanted_in(clauses: Sequence[Clause], names: Sequence[tuple[int, int, str]]) -> Iterator[Wanted]:
    """``names``: where in ``typed`` somebody is named, with a keyword; several may be of the same place."""
    by_span: dict[tuple[int, int], list[str]] = {}
    for start, end, keyword in names:
        by_span.setdefault((start, end), []).append(keyword)
    typed_clauses = list(_placed(clauses))
    text = typed(clauses)
    done = 0
    for (start, end), keywords in sorted(by_span.items()):
        touched = [each for each in typed_clauses if each[0] < end and start < each[1]]
        if start < done or not _may_be_parted(touched, start, end):
            continue
        yield from map(Wanted, _rest(typed_clauses, text, done, start))
        whole = touched[0][2] if len(touched) == 1 and touched[0][:2] == (start, end) else None
        yield Wanted(whole or Clause("phrase", text[start:end]), tuple(keywords))
        done = end
    yield from map(Wanted, _rest(typed_clauses, text, done, len(text)))


def with_as_one(wanted: Sequence[Wanted]) -> list[Wanted]:
    """Two words of Korean may be one: 김 정은 is 김정은. Those of more syllables are found in it anyway."""
    found = list(wanted)
    for place, (first, second) in enumerate(pairwise(wanted)):
        words = [_hangul(each) for each in (first, second)]
        if all(words) and min(map(len, words)) == 1:
            whole = "".join(words)
            for each in (place, place + 1):
                found[each] = replace(found[each], as_one=(*found[each].as_one, whole))
    return found


def _hangul(wanted: Wanted) -> str:
    """Empty for anything else than a word."""
    clause = wanted.text
    is_word = clause is not None and clause.kind == "word" and all(map(is_syllabic, clause.text))
    return clause.text if clause and is_word else ""


def typed(clauses: Sequence[Clause]) -> str:
    """The texts as they follow each other."""
    return " ".join(clause.text for clause in clauses)


_Placed = tuple[int, int, Clause]


def _placed(clauses: Sequence[Clause]) -> Iterator[_Placed]:
    position = 0
    for clause in clauses:
        yield position, position + len(clause.text), clause
        position += len(clause.text) + 1


def _may_be_parted(touched: Sequence[_Placed], start: int, end: int) -> bool:
    """A phrase is one thing, and a beginning names nobody."""
    return all(
        clause.kind == "word" or (clause.kind == "phrase" and (first, last) == (start, end))
        for first, last, clause in touched
    )


def _rest(clauses: Sequence[_Placed], text: str, start: int, end: int) -> Iterator[Clause]:
    """What of the clauses lies between."""
    for first, last, clause in clauses:
        if first >= start and last <= end:
            yield clause
        elif first < end and start < last:
            rest = Clause("word", _without_ending(text[max(first, start) : min(last, end)].strip()))
            if any(character.isalnum() for character in rest.text):
                yield rest


def _without_ending(rest: str) -> str:
    """What is joined with a name by an apostrophe is no word: China's, Suriye'deki, l'Espagne."""
    beside = plain(rest)
    return "" if beside.startswith("'") or beside.endswith("'") else rest
