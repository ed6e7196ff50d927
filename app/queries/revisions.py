"""A translation's texts."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from app.models import Block, Caption, Picture, Revision, Translation


def find_translation(session: Session, article_id: str, language: str) -> Translation | None:
    query = select(Translation).where(Translation.article_id == article_id, Translation.language == language)
    return session.exec(query).first()


def get_current_revision(session: Session, translation: Translation) -> Revision:
    query = select(Revision).where(
        Revision.translation_id == translation.id, Revision.number == translation.revision
    )
    return session.exec(query).one()


def list_blocks(session: Session, *revision_ids: int) -> Sequence[Block]:
    query = select(Block).where(col(Block.revision_id).in_(revision_ids)).order_by(col(Block.position))
    return session.exec(query).all()


def list_captions(session: Session, *revision_ids: int) -> Sequence[tuple[Caption, Picture]]:
    query = (
        select(Caption, Picture)
        .join(Picture, col(Picture.id) == col(Caption.picture_id))
        .where(col(Caption.revision_id).in_(revision_ids))
        .order_by(col(Caption.position))
    )
    return session.exec(query).all()


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
