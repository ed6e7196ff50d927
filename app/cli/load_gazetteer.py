"""``dragoman places load`` and ``dragoman people load``: gazetteers, and what loading them says."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from app.cli.import_report import finding_object
from app.cli.progress import progress_bar
from app.cli.telling import Telling
from app.commands.load_gazetteer import LoadReport, load_gazetteer
from app.database.migrations import open_database
from app.errors import Refusal
from app.intake.finding import FileFinding
from app.intake.gazetteers.abbreviations import OWN_NAMES, read_abbreviations, read_capitals
from app.intake.gazetteers.cities import (
    FEWEST,
    POPULATION,
    describe_geonames,
    read_cities,
    read_country_facts,
)
from app.intake.gazetteers.countries import CLDR, read_countries
from app.intake.gazetteers.country_positions import NATURAL_EARTH, read_country_positions
from app.intake.gazetteers.demonyms import DEMONYMS, read_demonyms
from app.intake.gazetteers.exemplar_cities import read_exemplar_cities
from app.intake.gazetteers.gazetteer import Gazetteer, GazetteerEntry
from app.intake.gazetteers.region_positions import REGION_POSITIONS, read_region_positions
from app.intake.gazetteers.regions import SUBDIVISIONS, read_regions
from app.intake.gazetteers.wikidata import WIKIDATA, What, read_wikidata
from app.intake.gazetteers.wikidata_file import WikidataFile
from app.language.tag import parse_language_tag
from app.settings import load_settings

STATES = ("country", "territory")
_MOST_INHABITANTS = 100_000_000
"""More than any city has."""

_COUNTED = ("created", "updated", "unchanged", "removed", "unknown", "skipped", "refused")

Languages = Annotated[
    str | None,
    typer.Option("--languages", metavar="TAGS", help="Names in these languages only: nl,en,pt-BR."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object a line, the summary last.")]
WikidataPath = Annotated[
    Path, typer.Argument(metavar="FILE", help="Entities as JSON: a dump, or single ones; .gz and .bz2, too.")
]

load_places = typer.Typer(
    name="load",
    help="Load or refresh places from a gazetteer. What an editor wrote stays as it is.",
    no_args_is_help=True,
)
"""A part of ``dragoman places``."""
load_people = typer.Typer(
    name="load",
    help="Load or refresh people from a gazetteer. What an editor wrote stays as it is.",
    no_args_is_help=True,
)
"""A part of ``dragoman people``."""


@dataclass(frozen=True, slots=True)
class _Load:
    """``total`` and ``position`` are entries, or bytes where nobody knows how many entries there are."""

    gazetteer: Gazetteer
    entries: Iterable[GazetteerEntry | FileFinding]
    total: int
    complete: Collection[str] = ()
    position: Callable[[], int] | None = None


@load_places.command("countries")
def load_countries(languages: Languages = None, as_json: AsJson = False) -> None:
    """Countries and territories in every language, from CLDR. The first to load."""
    wanted = _parse_languages(languages)
    countries, short = read_countries(wanted), read_abbreviations(wanted)
    positions = read_country_positions()
    loads = [
        _Load(CLDR, countries, len(countries), complete=STATES),
        _Load(OWN_NAMES, short, len(short), complete=STATES),
        _Load(NATURAL_EARTH, positions, len(positions)),
    ]
    _run(loads, as_json)


@load_places.command("regions")
def load_regions(languages: Languages = None, as_json: AsJson = False) -> None:
    """States, provinces, Länder and the like of 31 countries, in every language, from CLDR."""
    regions, positions = read_regions(_parse_languages(languages)), read_region_positions()
    loads = [
        _Load(SUBDIVISIONS, regions, len(regions), complete=("region",)),
        _Load(REGION_POSITIONS, positions, len(positions)),
    ]
    _run(loads, as_json)


@load_places.command("cities")
def load_cities(
    population: Annotated[
        int,
        typer.Option(
            "--population",
            min=0,
            max=_MOST_INHABITANTS,
            help=f"Inhabitants that a city has at least, if no capital; GeoNames begins at {FEWEST}.",
        ),
    ] = POPULATION,
    languages: Languages = None,
    as_json: AsJson = False,
) -> None:
    """Cities from GeoNames, the largest of each time zone also named in every language, from CLDR.

    GeoNames does not say of which language its names are; --languages chooses among CLDR's.
    """
    wanted = _parse_languages(languages)
    if population < FEWEST:
        typer.echo(
            f"GeoNames has no towns of fewer than {FEWEST} inhabitants here, but for capitals", err=True
        )
    geonames = describe_geonames()
    cities = read_cities(population)
    entries = [*read_country_facts(), *(city.entry for city in cities)]
    named, capitals = read_exemplar_cities(cities, wanted), read_capitals(cities, wanted)
    loads = [
        _Load(geonames, entries, len(entries), complete=(*STATES, "city")),
        _Load(CLDR, named, len(named), complete=("city",)),
        _Load(OWN_NAMES, capitals, len(capitals), complete=("city",)),
    ]
    _run(loads, as_json)


@load_places.command("demonyms")
def load_demonyms(languages: Languages = None, as_json: AsJson = False) -> None:
    """What the people and things of countries are called, in Dutch, English, French, German and Spanish."""
    demonyms = read_demonyms(_parse_languages(languages))
    if not any(entry.terms for entry in demonyms):
        raise typer.BadParameter("there are demonyms in nl, en, fr, de and es", param_hint="--languages")
    _run([_Load(DEMONYMS, demonyms, len(demonyms), complete=STATES)], as_json)


@load_places.command("wikidata")
def load_wikidata_places(
    path: WikidataPath,
    population: Annotated[
        int,
        typer.Option(
            "--population", min=0, max=_MOST_INHABITANTS, help="Inhabitants that a city has at least."
        ),
    ] = 0,
    languages: Languages = None,
    as_json: AsJson = False,
) -> None:
    """Places with coordinates, from Wikidata. Places that the file does not have stay as they are."""
    _load_wikidata(path, "places", languages, as_json, population)


@load_people.command("wikidata")
def load_wikidata_people(path: WikidataPath, languages: Languages = None, as_json: AsJson = False) -> None:
    """People, from Wikidata. People that the file does not have stay as they are."""
    _load_wikidata(path, "people", languages, as_json)


def _load_wikidata(path: Path, what: What, languages: str | None, as_json: bool, population: int = 0) -> None:
    wanted = _parse_languages(languages)
    file = WikidataFile(path)
    entries = read_wikidata(file, what, languages=wanted, population=population)
    _run([_Load(WIKIDATA, entries, file.size, position=lambda: file.position)], as_json)


def _parse_languages(languages: str | None) -> Sequence[str]:
    """Raises Refusal where one is no language tag, as nothing is none."""
    if languages is None:
        return []
    try:
        return [parse_language_tag(each.strip()) for each in languages.split(",")]
    except Refusal as refusal:
        raise Refusal(refusal.code, f"--languages: {refusal.message}") from refusal


def _run(loads: Sequence[_Load], as_json: bool) -> None:
    done = Counter(dict.fromkeys(_COUNTED, 0))
    database = open_database(load_settings())
    telling = Telling(database)
    try:
        with progress_bar() as progress:
            for load in loads:
                task = progress.add_task(f"loading {load.gazetteer.name}", total=load.total)
                for report in load_gazetteer(database, load.gazetteer, load.entries, complete=load.complete):
                    _add(done, report, as_json)
                    at = load.position() if load.position else None
                    progress.update(task, completed=at, advance=None if at is not None else len(report.ids))
                    telling.once_in_a_while()
        _summarize(done, as_json)
        telling.to_the_end()
    except KeyboardInterrupt:
        _summarize(done, as_json)
        typer.echo("dragoman: interrupted; what was counted is stored, run it again to go on", err=True)
        raise
    finally:
        database.close()
    if done["refused"]:
        raise typer.Exit(1)


def _add(done: Counter[str], report: LoadReport, as_json: bool) -> None:
    done.update(
        created=report.created,
        updated=report.updated,
        unchanged=report.unchanged,
        removed=report.removed,
        unknown=report.unknown,
        skipped=sum(finding.severity != "refused" for finding in report.findings),
        refused=sum(finding.severity == "refused" for finding in report.findings),
    )
    for finding in report.findings:
        if as_json:
            typer.echo(json.dumps({"finding": finding_object(finding)}))
        else:
            typer.echo(str(finding), err=True)


def _summarize(done: Counter[str], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps({"summary": done}))
        return
    counted = ", ".join(f"{number} {what}" for what, number in done.items() if number)
    typer.echo(f"people and places: {counted or 'none'}")
    if done["created"] or done["updated"] or done["removed"]:
        typer.echo("`dragoman reindex` finds the new names in articles that are there already")
