from sqlalchemy import CheckConstraint, ForeignKey, Index, TextClause, text
from sqlmodel import Field

from app.models.table import STRICT, Identifier, Prose, RowId, Table

_ALIASES = text("kind = 'alias'")
_ONE_A_LANGUAGE = text("kind <> 'alias'")


def _unique(name: str, *columns: str, where: TextClause) -> Index:
    return Index(name, *columns, "language", "kind", unique=True, sqlite_where=where, postgresql_where=where)


class Term(Table, table=True):
    """What a person or a place is called, or is, in one language (Wikibase's word).

    One label and one description a language, any number of aliases. ``language`` is a canonical
    tag or ``mul``, for names that are the same everywhere.
    """

    __table_args__ = (
        CheckConstraint("kind IN ('label', 'alias', 'description')", name="kind"),
        CheckConstraint("(person_id IS NULL) <> (place_id IS NULL)", name="subject"),
        _unique("uq_term_person_alias", "person_id", "text", where=_ALIASES),
        _unique("uq_term_place_alias", "place_id", "text", where=_ALIASES),
        _unique("uq_term_person", "person_id", where=_ONE_A_LANGUAGE),
        _unique("uq_term_place", "place_id", where=_ONE_A_LANGUAGE),
        Index("ix_term_kind_language", "kind", "language"),
        STRICT,
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
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
    language: str = Field(sa_type=Identifier)
    kind: str = Field(sa_type=Identifier)
    text: str = Field(sa_type=Prose)
