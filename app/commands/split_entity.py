"""Makes two of one person or one place that stood for two; who is named where is found anew."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select as select_columns
from sqlalchemy import update
from sqlmodel import col, select

from app.commands.give_external_ids_back import give_external_ids_back
from app.commands.merge_entities import forget_former_id, get_entity
from app.commands.names_version import names_changed
from app.commands.provenance import note_editor
from app.commands.render_article import forget_articles_naming
from app.database.session import WriteSession
from app.errors import Refusal
from app.language.tag import EVERYWHERE
from app.models import Mention, Person, Place, Revision, SuppressedName, Term, Translation
from app.queries.entities import Entity, owner_column
from app.queries.external_ids import list_former_external_ids
from app.queries.terms import Owner, load_suppressed_names


def split(
    session: WriteSession,
    table: type[Entity],
    entity_id: str,
    new_id: str,
    texts: Sequence[str],
    now: datetime,
) -> None:
    """The terms of these texts go to the new one. Raises Refusal.

    Whose former id the new one has gets back what other registers called it. Terms that no gazetteer will say
    of it are the editor's word.

    The texts that name either have to be linked anew: ``reindex`` does that.
    """
    entity = get_entity(session, table, entity_id)
    if session.get(table, new_id) is not None:
        raise Refusal("taken-id", f"there is {new_id!r} already: merge is for two that are there")
    moved, left = _divided(session, table, entity_id, texts)
    _require_names(entity_id, moved, left)
    editor = note_editor(session, now)
    owner = owner_column(table)
    given_back = list_former_external_ids(session, owner, entity_id, new_id)
    forget_former_id(session, table, new_id)
    session.add(_like(entity, new_id, editor, now))
    session.flush()
    give_external_ids_back(session, owner, entity_id, new_id, given_back)
    _keep_away(session, owner, entity_id, texts)
    for term in moved:
        setattr(term, owner, new_id)
        if not given_back:
            term.provenance_id = editor
    _label(moved)
    entity.updated_at = now
    session.flush()
    _unlink(session, table, entity_id)
    names_changed(session)


def _divided(
    session: WriteSession, table: type[Entity], entity_id: str, texts: Sequence[str]
) -> tuple[list[Term], list[Term]]:
    owned = select(Term).where(
        getattr(Term, owner_column(table)) == entity_id, col(Term.kind) != "description"
    )
    terms = session.exec(owned.order_by(col(Term.id))).all()
    unknown = sorted(set(texts) - {term.text for term in terms})
    if unknown:
        raise Refusal("no-such-term", f"{entity_id!r} is not called {', '.join(map(repr, unknown))}")
    moved = [term for term in terms if term.text in texts]
    return moved, [term for term in terms if term.text not in texts]


def _require_names(entity_id: str, moved: Sequence[Term], left: Sequence[Term]) -> None:
    if not any(term.kind == "label" for term in left):
        raise Refusal("nameless", f"{entity_id!r} would be left without a label")
    if not any(term.kind in ("label", "alias") for term in moved):
        raise Refusal("nameless", "a misspelling or a demonym is no name: give one with --term, too")


def _like(entity: Person | Place, new_id: str, editor: int, now: datetime) -> Person | Place:
    """Where a place is, nobody has said of the new one."""
    if isinstance(entity, Person):
        return Person(id=new_id, by_surname=entity.by_surname, provenance_id=editor, updated_at=now)
    return Place(
        id=new_id,
        kind=entity.kind,
        country=entity.country,
        region=None if entity.kind == "region" else entity.region,
        provenance_id=editor,
        updated_at=now,
    )


def _keep_away(session: WriteSession, owner: Owner, entity_id: str, texts: Iterable[str]) -> None:
    """A gazetteer's refresh does not bring back what was split off."""
    known = load_suppressed_names(session, owner, [entity_id]).get(entity_id, set())
    for language, text in sorted({(EVERYWHERE, text) for text in texts} - known):
        session.add(SuppressedName.model_validate({owner: entity_id, "language": language, "text": text}))


def _label(terms: Sequence[Term]) -> None:
    """In each language that has none, the first alias becomes the label."""
    labelled = {term.language for term in terms if term.kind == "label"}
    for term in terms:
        if term.kind == "alias" and term.language not in labelled:
            term.kind = "label"
            labelled.add(term.language)


def _unlink(session: WriteSession, table: type[Entity], entity_id: str) -> None:
    """What names it is not taken for linked any more, and is not sent as it is stored."""
    owner = owner_column(table)
    naming = (
        select_columns(col(Revision.translation_id))
        .join(Mention, col(Mention.revision_id) == Revision.id)
        .where(col(getattr(Mention, owner)) == entity_id)
    )
    session.execute(update(Translation).where(col(Translation.id).in_(naming)).values(linked_with=""))
    forget_articles_naming(session, owner, [entity_id])
