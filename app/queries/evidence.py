"""Why articles were found: where that stands, and the piece of text that shows it to the reader."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain
from operator import itemgetter
from typing import Literal

from sqlalchemy import or_
from sqlmodel import Session

from app.database.vocabulary import list_forms
from app.language.direction import direction
from app.models import Mention
from app.parallel.pairs import Pair
from app.parallel.side import BYLINE, HEADLINE, LEAD, Piece, Side
from app.queries.alignments import lay_beside, list_alignments, pivot_of
from app.queries.articles import Body, ListedArticle, Version, get_bodies, list_versions
from app.queries.indexed_texts import list_keywords_of_places
from app.queries.naming import list_languages_naming
from app.queries.search import Asked, Found
from app.queries.sides import make_side
from app.search.expression import person_keyword
from app.search.marking import Marker
from app.search.passages import passages_of
from app.search.snippets import Mark, Snippet, joined, make_snippet

Field = Literal["headline", "lead", "body", "caption"]
Kind = Literal["text", "person", "place", "alias", "meaning"]

_FIELDS: Sequence[Field] = ("headline", "lead", "body", "caption")
_OTHER_NAMES = ("alias", "misspelling", "demonym")


@dataclass(frozen=True, slots=True)
class Match:
    """``surfaces`` is all that was found of what was asked for, ``surface`` what says most."""

    language: str
    field: Field
    kind: Kind
    surface: str
    translates: str | None = None
    surfaces: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """``match`` is None where nothing was asked for but filters. ``language`` is the snippet's."""

    match: Match | None
    snippet: Snippet
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class _Text:
    """A language version as it is looked through."""

    side: Side
    wanted: Marker
    """What may stand there of what is asked for, with its number."""
    mentions: Mapping[str, Sequence[Mention]]
    keywords: Mapping[str, Sequence[str]]
    """Of the places that are named: theirs, and that of the country."""

    def pieces(self) -> list[tuple[Field, Piece]]:
        """The headline first, captions last."""
        found = [(_field(piece), piece) for piece in self.side.pieces if piece.key != BYLINE]
        return sorted(found, key=lambda each: _FIELDS.index(each[0]))


@dataclass(frozen=True, slots=True)
class _Place:
    """A piece of a text with what is asked for in it.

    ``is_form``: in forms that stand for it, and not only in such as have a stem like it in another language.
    """

    field: Field
    piece: Piece
    marks: Sequence[Mark]
    named: Mapping[Mark, Mention]
    is_form: bool = True


def load_evidence(
    session: Session, asked: Asked, hits: Sequence[tuple[Found, ListedArticle]]
) -> dict[str, Evidence]:
    """By article, in a number of statements that does not grow with the hits."""
    naming = _list_naming(session, asked, [found.article_id for found, _ in hits])
    tags = {
        found.article_id: _tags(asked, found, listed, naming.get(found.article_id, ()))
        for found, listed in hits
    }
    wanted = sorted({tag for own in tags.values() for tag in own})
    versions = list_versions(session, list(tags), wanted)
    texts = _load_texts(session, asked, {id_: _some(versions[id_], own) for id_, own in tags.items()})
    stored = list_alignments(
        session, [each.revision_id for own in versions.values() for each in own.values()]
    )
    found = {}
    for hit, listed in hits:
        own = versions[hit.article_id]
        pivot = pivot_of(listed.article.source_language, listed.available_languages)
        written = {
            tag: row.pairs
            for tag, version in own.items()
            if pivot in own and (row := stored.get((own[pivot].revision_id, version.revision_id)))
        }
        found[hit.article_id] = _evidence(
            asked, hit, texts[hit.article_id], tags[hit.article_id], pivot, written
        )
    return found


def _list_naming(session: Session, asked: Asked, article_ids: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """The versions of each article that name who is required, where that is all that is asked for."""
    if asked.wanted or not asked.naming_them:
        return {}
    return list_languages_naming(session, article_ids, or_(*asked.naming_them))


def _tags(asked: Asked, found: Found, listed: ListedArticle, naming: Sequence[str]) -> list[str]:
    """That of the version shown, that of the one it was found in, and that which both are aligned with.

    What has but a stem like it in the language shown was found in another one. ``naming``: who is required is
    named in these, and that may be in another one than those that were looked through.
    """
    languages = [tag for tag in found.versions.values() if not naming or tag in naming] or list(naming)
    usual = [tag for tag in languages if asked.is_usual(tag)] or languages
    matched = listed.language if listed.language in usual else usual[0]
    pivot = pivot_of(listed.article.source_language, listed.available_languages)
    return [listed.language] if matched == listed.language else [listed.language, matched, pivot]


def _some(versions: Mapping[str, Version], tags: Sequence[str]) -> dict[str, Version]:
    return {tag: versions[tag] for tag in tags}


def _load_texts(
    session: Session, asked: Asked, versions: Mapping[str, Mapping[str, Version]]
) -> dict[str, dict[str, _Text]]:
    """By article and tag."""
    revisions = [version.revision_id for own in versions.values() for version in own.values()]
    bodies = get_bodies(session, revisions)
    places = {each.place_id for body in bodies.values() for each in body.mentions if each.place_id}
    keywords = list_keywords_of_places(session, places)
    markers = _markers(session, asked, {tag for own in versions.values() for tag in own})
    return {
        article_id: {
            tag: _text(version, bodies[version.revision_id], markers[tag], keywords)
            for tag, version in own.items()
        }
        for article_id, own in versions.items()
    }


def _markers(session: Session, asked: Asked, tags: Set[str]) -> dict[str, Marker]:
    wanted = {tag: asked.phrases(tag) for tag in tags}
    terms = {term for phrases in wanted.values() for _, phrase in phrases for term in phrase.terms}
    forms = list_forms(session, terms)
    return {tag: Marker(tag, phrases, forms) for tag, phrases in wanted.items()}


def _text(
    version: Version,
    body: Body,
    wanted: Marker,
    keywords: Mapping[str, Sequence[str]],
) -> _Text:
    mentions: dict[str, list[Mention]] = {}
    for mention in body.mentions:
        mentions.setdefault(mention.block, []).append(mention)
    return _Text(make_side(version.language, version, body), wanted, mentions, keywords)


def _field(piece: Piece) -> Field:
    if piece.key == HEADLINE:
        return "headline"
    if piece.key == LEAD:
        return "lead"
    return "caption" if piece.kind == "caption" else "body"


def _evidence(
    asked: Asked,
    hit: Found,
    texts: Mapping[str, _Text],
    tags: Sequence[str],
    pivot: str,
    written: Mapping[str, str],
) -> Evidence:
    shown, matched = tags[0], tags[1] if len(tags) > 1 else tags[0]
    passage = _passage(hit, texts[matched])
    places = iter([passage]) if passage else _best(asked, _places(asked, texts[matched]), matched)
    best = next(places, None)
    if best is None:
        first = _first_text(texts[shown])
        return Evidence(None, make_snippet(first, []), shown, direction(shown))
    others: Sequence[_Place] = () if _has_all(asked, best) else list(places)
    match = _meant(best, matched) if passage else _match(asked, best, matched)
    match = replace(match, surfaces=_surfaces(best, others))
    if shown != matched:
        sides = {tag: text.side for tag, text in texts.items()}
        pairs = lay_beside(pivot, matched, shown, sides, written)
        snippet = _translated(asked, texts[shown], chain([best], others, places), pairs) if pairs else None
        if snippet:
            return Evidence(match, snippet, shown, direction(shown))
    snippet = make_snippet(best.piece.text, best.marks)
    return Evidence(match, snippet, matched, direction(matched))


def _passage(hit: Found, text: _Text) -> _Place | None:
    """What means what was asked for, where the words are not there."""
    numbers = {hit.versions[translation_id]: number for translation_id, number in hit.passages.items()}
    if text.side.language not in numbers:
        return None
    segment = passages_of(text.side)[numbers[text.side.language]]
    field, piece = next(each for each in text.pieces() if each[1].key == segment.block)
    return _Place(field, piece, [Mark(segment.start, segment.end, 0)], {})


def _meant(place: _Place, language: str) -> Match:
    (mark,) = place.marks
    return Match(language, place.field, "meaning", place.piece.text[mark.start : mark.end])


def _places(asked: Asked, text: _Text) -> Iterator[_Place]:
    """In the order that readers see them."""
    for field, piece in text.pieces():
        place = _place(asked, text, field, piece, (0, len(piece.text)))
        if place.marks:
            yield place


def _best(asked: Asked, places: Iterator[_Place], language: str) -> Iterator[_Place]:
    """Those where what was asked for stands, and not what translates it, and the most different things first.

    Alike ones in their order. None has more than all that is wanted, so behind one that has it is looked no
    further than is asked for.
    """

    def rank(place: _Place) -> tuple[bool, bool, int]:
        different = _different(_telling(asked, place, language))
        return not place.is_form, bool(_match(asked, place, language).translates), -different

    best = (False, False, -_things(asked))
    others = []
    for place in places:
        its_rank = rank(place)
        if its_rank == best:
            yield place
        else:
            others.append((its_rank, place))
    yield from (place for _, place in sorted(others, key=itemgetter(0)))


def _place(asked: Asked, text: _Text, field: Field, piece: Piece, span: tuple[int, int]) -> _Place:
    start, end = span
    written = text.wanted.find(piece.text[start:end])
    shifted = [Mark(mark.start + start, mark.end + start, mark.what) for mark in written]
    named = {
        Mark(mention.start, mention.end, what): mention
        for mention in text.mentions.get(piece.key, ())
        if start <= mention.start and mention.end <= end
        for what in asked.naming(_keywords_of(mention, text))
    }
    every = sorted({*shifted, *named})
    forms = [
        mark
        for mark in every
        if mark in named or asked.is_form(mark.what, piece.text[mark.start : mark.end], text.side.language)
    ]
    only_named = {mark: named[mark] for mark in named if mark not in shifted}
    return _Place(field, piece, forms or every, only_named, bool(forms))


def _telling(asked: Asked, place: _Place, language: str) -> list[Mark]:
    return [mark for mark in place.marks if mark in place.named or not asked.is_common(mark.what, language)]


def _keywords_of(mention: Mention, text: _Text) -> Sequence[str]:
    if mention.person_id is not None:
        return [person_keyword(mention.person_id)]
    own, *wholes = text.keywords[str(mention.place_id)]
    return [own, *wholes] if mention.stands_for_country else [own]


def _different(marks: Sequence[Mark]) -> int:
    return len({mark.what for mark in marks})


def _things(asked: Asked) -> int:
    return len(asked.wanted) + len(asked.required)


def _has_all(asked: Asked, place: _Place) -> bool:
    return _different(place.marks) == _things(asked)


def _surfaces(best: _Place, others: Iterable[_Place]) -> list[str]:
    """All of the best place, then of each thing that is not there where it first stands."""
    text, seen = best.piece.text, {mark.what for mark in best.marks}
    found = [text[start:end] for start, end in joined((mark.start, mark.end) for mark in best.marks)]
    for place in others:
        for mark in place.marks:
            if mark.what not in seen:
                seen.add(mark.what)
                found.append(place.piece.text[mark.start : mark.end])
    return list(dict.fromkeys(found))


def _match(asked: Asked, place: _Place, language: str) -> Match:
    """What was written counts for more than what was meant, and that for more than what translates it; a word
    that says nothing for least.
    """
    translated = {}
    for mark in place.marks:
        surface = place.piece.text[mark.start : mark.end]
        if mark not in place.named:
            translated[mark] = asked.translated_by(mark.what, surface, language)

    def rank(mark: Mark) -> tuple[bool, bool, bool]:
        return asked.is_common(mark.what, language), bool(translated.get(mark)), mark in place.named

    mark = min(place.marks, key=rank)
    surface = _with_what_overlaps(mark, place)
    mention = place.named.get(mark)
    if mention is None:
        return Match(language, place.field, "text", surface, translated[mark])
    if mention.evidence in _OTHER_NAMES:
        return Match(language, place.field, "alias", surface)
    return Match(language, place.field, "person" if mention.person_id else "place", surface)


def _with_what_overlaps(mark: Mark, place: _Place) -> str:
    """As it is shown: ``surfaces`` has it so."""
    spans = joined((each.start, each.end) for each in place.marks)
    return next(place.piece.text[start:end] for start, end in spans if start <= mark.start < end)


def _first_text(text: _Text) -> str:
    behind_headline = [piece.text for field, piece in text.pieces() if field in ("lead", "body")]
    return behind_headline[0] if behind_headline else ""


def _translated(asked: Asked, text: _Text, places: Iterable[_Place], pairs: Sequence[Pair]) -> Snippet | None:
    """What translates the best place that has a translation; marked whole where no word of it is known."""
    pieces = {piece.key: (field, piece) for field, piece in text.pieces()}
    for place in places:
        for pair in _best_first(place, pairs):
            block = pair.target[0].block
            own = [segment for segment in pair.target if segment.block == block]
            start, end = own[0].start, own[-1].end
            if block not in pieces:
                continue
            field, piece = pieces[block]
            translation = _place(asked, text, field, piece, (start, end))
            marks = _telling(asked, translation, text.side.language) if translation.is_form else []
            marks = marks or [Mark(start, end, 0)]
            return make_snippet(
                piece.text[start:end],
                [Mark(each.start - start, each.end - start, each.what) for each in marks],
            )
    return None


def _best_first(place: _Place, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that a mark of the place lies in, and that have two sides."""
    found = []
    for pair in pairs:
        within = [
            mark
            for mark in place.marks
            for segment in pair.source
            if segment.block == place.piece.key and segment.start <= mark.start and mark.end <= segment.end
        ]
        if within and pair.target:
            found.append((_different(within), pair))
    return [pair for _, pair in sorted(found, key=lambda each: -each[0])]
