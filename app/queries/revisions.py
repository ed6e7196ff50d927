"""A translation's texts."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_
from sqlmodel import Session, col, select

from app.database.one_of import is_one_of
from app.models import Block, Caption, Picture, Revision, Translation, metadata

_REVISION, _BLOCK, _CAPTION, _PICTURE = (
    metadata.tables[name] for name in ("revision", "block", "caption", "picture")
)


class BlockText(NamedTuple):
    """A ``Block`` as it is read. A page of hits has hundreds: no objects of the session are made of them."""

    revision_id: int
    key: str
    type: str
    text: str
    speaker: str | None
    picture_id: int | None


def is_current() -> ColumnElement[bool]:
    """Of ``Revision`` and ``Translation``: what joins the one to the other."""
    return and_(col(Revision.translation_id) == Translation.id, col(Revision.number) == Translation.revision)


def find_translation(session: Session, article_id: str, language: str) -> Translation | None:
    query = select(Translation).where(Translation.article_id == article_id, Translation.language == language)
    return session.exec(query).first()


def get_current_revision(session: Session, translation: Translation) -> Revision:
    query = select(Revision).where(
        Revision.translation_id == translation.id, Revision.number == translation.revision
    )
    return session.exec(query).one()


def list_blocks(session: Session, *revision_ids: int) -> list[BlockText]:
    query = (
        select(*(getattr(Block, name) for name in BlockText._fields))
        .where(is_one_of(session, col(Block.revision_id), revision_ids))
        .order_by(col(Block.position))
    )
    return [BlockText(*row) for row in session.execute(query)]


def list_captions(session: Session, *revision_ids: int) -> Sequence[tuple[Caption, Picture]]:
    query = (
        select(Caption, Picture)
        .join(Picture, col(Picture.id) == col(Caption.picture_id))
        .where(is_one_of(session, col(Caption.revision_id), revision_ids))
        .order_by(col(Caption.position))
    )
    return session.exec(query).all()


def get_texts(session: Session, revision_ids: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """Of each revision the texts that names are looked for in, with their keys: figures have none."""
    connection = session.connection()
    headlines = select(_REVISION.c.id, _REVISION.c.headline, _REVISION.c.lead)
    rows = connection.execute(headlines.where(_REVISION.c.id.in_(revision_ids)))
    texts = {
        id_: [("headline", headline), *([("lead", lead)] if lead else [])] for id_, headline, lead in rows
    }
    blocks = select(_BLOCK.c.revision_id, _BLOCK.c.key, _BLOCK.c.text)
    in_order = blocks.where(_BLOCK.c.revision_id.in_(revision_ids), _BLOCK.c.text != "").order_by(
        _BLOCK.c.position
    )
    for id_, key, text in connection.execute(in_order):
        texts[id_].append((key, text))
    captions = select(_CAPTION.c.revision_id, _PICTURE.c.key, _CAPTION.c.text)
    shown = captions.join(_PICTURE, _PICTURE.c.id == _CAPTION.c.picture_id).where(
        _CAPTION.c.revision_id.in_(revision_ids)
    )
    for id_, key, text in connection.execute(shown.order_by(_CAPTION.c.position)):
        texts[id_].append((key, text))
    return texts


def list_article_block_keys(session: Session, article_id: str) -> set[str]:
    """Every key that a block of the article ever had."""
    query = (
        select(Block.key)
        .join(Revision, col(Revision.id) == col(Block.revision_id))
        .join(Translation, col(Translation.id) == col(Revision.translation_id))
        .where(Translation.article_id == article_id)
        .distinct()
    )
    return set(session.exec(query))
