from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlmodel import Field

from app.models.table import STRICT, Count, Flag, Identifier, Prose, Real, RowId, Table, flag


class Mention(Table, table=True):
    """A person or a place named in a revision's text.

    ``block`` is a block's key, a picture's key (its caption), ``headline`` or ``lead``; ``start`` and
    ``end`` count Unicode code points in that text, and ``surface`` is what stands between them.
    ``evidence`` is the kind of term that matched, or ``surname`` after a full name; ``score`` is how sure
    that is, from 0 to 1. ``stands_for_country``: where it is a place that the article is about,
    and so its country, or its region, too.
    """

    __table_args__ = (
        CheckConstraint("(person_id IS NULL) <> (place_id IS NULL)", name="subject"),
        CheckConstraint('start >= 0 AND "end" > start', name="offsets"),
        CheckConstraint(
            "evidence IN ('label', 'alias', 'misspelling', 'demonym', 'surname')", name="evidence"
        ),
        CheckConstraint("score BETWEEN 0 AND 1", name="score"),
        UniqueConstraint("revision_id", "block", "start"),
        Index("ix_mention_person_id", "person_id", "revision_id"),
        Index("ix_mention_place_id", "place_id", "revision_id", "stands_for_country"),
        flag("stands_for_country"),
        STRICT,
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    revision_id: int = Field(sa_type=RowId, sa_column_args=[ForeignKey("revision.id", ondelete="CASCADE")])
    person_id: str | None = Field(
        default=None,
        sa_type=Identifier,
        sa_column_args=[ForeignKey("person.id", ondelete="CASCADE")],
    )
    place_id: str | None = Field(
        default=None,
        sa_type=Identifier,
        sa_column_args=[ForeignKey("place.id", ondelete="CASCADE")],
    )
    block: str = Field(sa_type=Identifier)
    start: int = Field(sa_type=Count)
    end: int = Field(sa_type=Count)
    surface: str = Field(sa_type=Prose)
    evidence: str = Field(sa_type=Identifier)
    score: float = Field(default=1.0, sa_type=Real, sa_column_kwargs={"server_default": "1"})
    stands_for_country: bool = Field(default=True, sa_type=Flag, sa_column_kwargs={"server_default": "1"})
