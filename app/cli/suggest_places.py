"""Places that nobody knows yet: which are proposed, and what an editor makes of them."""

from enum import StrEnum
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
from app.commands.decide_proposals import accept_as_name_of, accept_as_place
from app.intake.entity_file import known_country
from app.models import Place


class PlaceKind(StrEnum):
    COUNTRY = "country"
    TERRITORY = "territory"
    REGION = "region"
    CITY = "city"


def suggest(
    limit: Limit = 20,
    article: OfArticle = None,
    unknown: WithUnknown = False,
    scan: WithScan = False,
    as_json: AsJson = False,
) -> None:
    """List names that are probably a place's, with their evidence, the strongest first."""
    show_proposals("place", limit=limit, article=article, unknown=unknown, scan=scan, as_json=as_json)


def accept(  # noqa: PLR0913, PLR0917  # one parameter an option
    proposal: Number,
    id_: NewId = None,
    label: Labels = None,
    kind: Annotated[PlaceKind, typer.Option(help="What kind of place it is.")] = PlaceKind.CITY,
    country: Annotated[
        str | None, typer.Option(metavar="CC", help="The country that it lies in, or is: ISO 3166-1.")
    ] = None,
    latitude: Annotated[float | None, typer.Option(min=-90, max=90, help="Degrees north.")] = None,
    longitude: Annotated[float | None, typer.Option(min=-180, max=180, help="Degrees east.")] = None,
    as_misspelling_of: AsMisspellingOf = None,
    as_alias_of: AsAliasOf = None,
) -> None:
    """Make the name a place's, and find it in the articles that are its evidence."""
    if (latitude is None) != (longitude is None):
        raise typer.BadParameter("latitude and longitude go together")
    if country is not None:
        _check_country(country)
    given = labels_by_language(label)
    other = other_name(id_, as_misspelling_of, as_alias_of)
    if other:
        decide(lambda session: accept_as_name_of(session, proposal, Place, *other))
    else:
        decide(
            lambda session: accept_as_place(
                session,
                proposal,
                given,
                place_id=id_,
                kind=kind.value,
                country=country,
                latitude=latitude,
                longitude=longitude,
            )
        )


def _check_country(country: str) -> None:
    try:
        known_country(country)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--country") from error


def reject(proposal: Number) -> None:
    """Never propose the name again."""
    reject_proposal(proposal)
