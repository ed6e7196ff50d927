from sqlalchemy import CheckConstraint, ForeignKey, Index, TextClause, text
from sqlmodel import Field

from app.models.table import STRICT, Identifier, Prose, RowId, Table

_ONE_A_LANGUAGE = text("kind IN ('label', 'description')")
_MANY_A_LANGUAGE = text("kind NOT IN ('label', 'description')")


def _unique(name: str, *columns: str, where: TextClause) -> Index:
    return Index(name, *columns, "language", "kind", unique=True, sqlite_where=where, postgresql_where=where)


class Term(Table, table=True):
    """What a person or a place is called, or is, in one language (Wikibase's word).

    One label and one description a language, any number of the other kinds. ``language`` is a canonical
    tag, ``mul`` for names that are the same everywhere, or ``und`` where the source does not say.
    A demonym points at the country whose people or things it is said of.

    ``opening`` is the key that names are looked up by (``app.gazetteer.keys``), NULL for descriptions.
    ``surname`` is what a person is also asked for by, NULL where there is none.
    """

    __table_args__ = (
        CheckConstraint("kind IN ('label', 'alias', 'misspelling', 'demonym', 'description')", name="kind"),
        CheckConstraint("kind <> 'demonym' OR place_id IS NOT NULL", name="demonym"),
        CheckConstraint("(person_id IS NULL) <> (place_id IS NULL)", name="subject"),
        _unique("uq_term_person_alias", "person_id", "text", where=_MANY_A_LANGUAGE),
        _unique("uq_term_place_alias", "place_id", "text", where=_MANY_A_LANGUAGE),
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
        index=True,
    )
    place_id: str | None = Field(
        default=None,
        sa_type=Identifier,
        sa_column_args=[ForeignKey("place.id", ondelete="CASCADE")],
        index=True,
    )
    language: str = Field(sa_type=Identifier)
    kind: str = Field(sa_type=Identifier)
    text: str = Field(sa_type=Prose)
    provenance_id: int = Field(sa_type=RowId, sa_column_args=[ForeignKey("provenance.id")], index=True)
    opening: str | None = Field(default=None, sa_type=Identifier, index=True)
    surname: str | None = Field(default=None, sa_type=Identifier, index=True)
