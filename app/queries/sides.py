"""Stored language versions as they are laid beside each other."""

from collections.abc import Iterator, Mapping
from typing import cast

from sqlmodel import Session

from app.models import Mention, Revision
from app.parallel.segments import Kind
from app.parallel.side import BYLINE, HEADLINE, LEAD, Piece, Side
from app.parallel.text import KnownName
from app.queries.articles import Body, Version, get_bodies


def get_sides(session: Session, versions: Mapping[str, Version]) -> dict[str, Side]:
    """By tag, as ``versions`` are."""
    bodies = get_bodies(session, [version.revision_id for version in versions.values()])
    return {
        tag: make_side(version.language, version, bodies[version.revision_id])
        for tag, version in versions.items()
    }


def get_revision_side(session: Session, language: str, revision: Revision) -> Side:
    return make_side(language, revision, get_bodies(session, [revision.id])[revision.id])


def make_side(language: str, text: Version | Revision, body: Body) -> Side:
    return Side(language, tuple(_pieces(text, body)), _names(body.mentions))


def _pieces(text: Version | Revision, body: Body) -> Iterator[Piece]:
    captions = {
        picture.id: Piece(picture.key, "caption", caption.text, caption.credit)
        for caption, picture in body.captions
    }
    shown = {block.picture_id for block in body.blocks}
    yield Piece(HEADLINE, "headline", text.headline)
    if text.byline:
        yield Piece(BYLINE, "byline", text.byline)
    yield from (caption for picture, caption in captions.items() if picture not in shown)
    if text.lead:
        yield Piece(LEAD, "lead", text.lead)
    for block in body.blocks:
        yield (
            captions[block.picture_id]
            if block.picture_id
            else Piece(block.key, cast(Kind, block.type), block.text)
        )


def _names(mentions: list[Mention]) -> dict[str, list[KnownName]]:
    names: dict[str, list[KnownName]] = {}
    for mention in mentions:
        entity = f"person/{mention.person_id}" if mention.person_id else f"place/{mention.place_id}"
        name = KnownName(mention.start, mention.end, entity, mention.evidence == "demonym")
        names.setdefault(mention.block, []).append(name)
    return names
