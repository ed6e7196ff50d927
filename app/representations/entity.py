"""What people and places have in common: names in many languages."""

from typing import Any

from pydantic import Field

from app.models import Person, Place
from app.queries.entities import Described
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


class Entity(Named):
    labels: dict[str, str] = Field(
        description="The name in each language; `mul` where it is the same in every language.",
        examples=[{"en": "Baghdad", "nl": "Bagdad"}],
    )
    aliases: dict[str, list[str]] = Field(
        description="Other names and spellings in each language, misspellings of sources included.",
        examples=[{"mul": ["Baghdād"]}],
    )
    descriptions: dict[str, str] = Field(
        description="Who or what it is, in each language.",
        examples=[{"en": "capital of Iraq", "nl": "hoofdstad van Irak"}],
    )
    external_ids: dict[str, str] = Field(
        description="What other registers call it, by scheme: `geonames`, `iso3166-1`, `wikidata`.",
        examples=[{"geonames": "98182"}],
    )


def named_in(described: Described[Person] | Described[Place], language: str) -> dict[str, Any]:
    """The members of Named but for the address."""
    name = choose_name(described.labels, language)
    description = choose_text(described.descriptions, language)
    return {
        "id": described.entity.id,
        "name": name.text,
        "language": name.language,
        "direction": name.direction,
        "description": description[1] if description else None,
    }


def called(described: Described[Person] | Described[Place]) -> dict[str, Any]:
    """The members that Entity adds to Named."""
    return {
        "labels": described.labels,
        "aliases": described.aliases,
        "descriptions": described.descriptions,
        "external_ids": described.external_ids,
    }
