"""Stored language versions as they can be rewritten."""

from sqlmodel import Session

from app.exchange.draft import Draft
from app.parallel.side import Side
from app.queries.articles import Version
from app.queries.revisions import list_blocks, list_captions


def get_draft(session: Session, version: Version, side: Side) -> Draft:
    blocks = list_blocks(session, version.revision_id)
    shown = {block.picture_id for block in blocks}
    captions = list_captions(session, version.revision_id)
    return Draft(
        side.pieces,
        frozenset(picture.key for _, picture in captions if picture.id not in shown),
        {block.key: block.speaker for block in blocks if block.speaker},
        version.dateline,
    )
