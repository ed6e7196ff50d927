"""People and places that the translation lost, names otherwise, or has another in place of."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.names import is_misspelling
from app.parallel.checks.structure import spans_of
from app.parallel.checks.words import find_words
from app.parallel.folding import fold_word
from app.parallel.pairs import Pair
from app.parallel.segments import Segment
from app.parallel.side import Side


@dataclass(frozen=True, slots=True)
class _Link:
    entity: str
    span: Span
    text: str

    @property
    def kind(self) -> str:
        return self.entity.partition("/")[0]


def linked_name_findings(
    source: Side, target: Side, pairs: Sequence[Pair], nameable: Collection[str] | None
) -> Iterator[Finding]:
    """Of each name once, where first; another in its place wherever that is.

    ``nameable`` are those that could be found in the target's language, None: all. A pronoun for a name is
    style, so that one is missing only from the whole of a translation.
    """
    there, here = source.entities, target.entities
    seen: set[str] = set()
    for pair in pairs:
        if not pair.source or not pair.target:
            continue
        named, others = list(_links(pair.source, source)), list(_links(pair.target, target))
        strangers = [each for each in _lacking(others, named) if each.entity not in there]
        for link in _lacking(named, others):
            if other := next((each for each in strangers if _may_be_meant(each, link)), None):
                strangers.remove(other)
                seen.add(link.entity)
                evidence = {"entity": link.entity, "source": link.text, "target": other.text}
                yield Finding("name-mismatch", (link.span,), (other.span,), evidence)
            elif link.entity not in seen | here:
                seen.add(link.entity)
                if misspelled := _misspelled(link, pair.target, source):
                    yield misspelled
                elif nameable is None or link.entity in nameable:
                    evidence = {"entity": link.entity, "source": link.text}
                    yield Finding("name-missing", (link.span,), spans_of(pair.target), evidence)


def _links(segments: Sequence[Segment], side: Side) -> Iterator[_Link]:
    for segment in segments:
        for name in side.names.get(segment.block, ()):
            if segment.start <= name.start and name.end <= segment.end:
                text = side.texts[segment.block][name.start : name.end]
                yield _Link(name.entity, Span(name.start, name.end, segment.block), text)


def _lacking(links: Sequence[_Link], others: Sequence[_Link]) -> list[_Link]:
    """Those that the others do not have, each once."""
    known = {each.entity for each in others}
    first = {each.entity: each for each in reversed(links)}
    return [each for each in links if each.entity not in known and first[each.entity] is each]


def _may_be_meant(other: _Link, link: _Link) -> bool:
    """Another person for a person, a place for a place; not where one name was linked to two."""
    return other.kind == link.kind and fold_word(other.text) != fold_word(link.text)


def _misspelled(link: _Link, segments: Sequence[Segment], source: Side) -> Finding | None:
    """A word of the name in other letters, which the source does not have."""
    known = {fold_word(word.text) for text in source.texts.values() for word in find_words(text)}
    for name in find_words(link.text):
        for segment in segments:
            for word in find_words(segment.text):
                folded = fold_word(word.text)
                is_name = name.has_capital and word.has_capital and folded not in known
                if is_name and is_misspelling(fold_word(name.text), folded):
                    start = segment.start + word.start
                    span = Span(start, start + len(word.text), segment.block)
                    evidence = {"source": link.text, "target": word.text}
                    return Finding("name-spelling", (link.span,), (span,), evidence)
    return None
