"""People that nobody knows yet: who is proposed, and what an editor makes of them."""

from typing import Annotated

import typer

from app.cli.suggesting import (
    AsAliasOf,
    AsJson,
    AsMisspellingOf,
    Labels,
    Limit,
    NewId,
    Number,
    OfArticle,
    WithScan,
    WithUnknown,
    decide,
    labels_by_language,
    other_name,
    reject_proposal,
    show_proposals,
)
from app.commands.decide_proposals import accept_as_name_of, accept_as_person
from app.models import Person


def suggest(
    limit: Limit = 20,
    article: OfArticle = None,
    unknown: WithUnknown = False,
    scan: WithScan = False,
    as_json: AsJson = False,
) -> None:
    """List names that are probably somebody's, with their evidence, the strongest first."""
    show_proposals("person", limit=limit, article=article, unknown=unknown, scan=scan, as_json=as_json)


def accept(
    proposal: Number,
    id_: NewId = None,
    label: Labels = None,
    as_misspelling_of: AsMisspellingOf = None,
    as_alias_of: AsAliasOf = None,
    by_surname: Annotated[
        bool, typer.Option(help="Whether the surname alone may stand for the person.")
    ] = True,
) -> None:
    """Make the name a person's, and find it in the articles that are its evidence."""
    given = labels_by_language(label)
    other = other_name(id_, as_misspelling_of, as_alias_of)
    if other:
        decide(lambda session: accept_as_name_of(session, proposal, Person, *other))
    else:
        decide(
            lambda session: accept_as_person(session, proposal, given, person_id=id_, by_surname=by_surname)
        )


def reject(proposal: Number) -> None:
    """Never propose the name again."""
    reject_proposal(proposal)
