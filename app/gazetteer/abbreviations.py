"""Short names of countries and territories, and names of capitals, that the gazetteers do not have."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """``country`` is an ISO 3166-1 code; ``of`` says whether it is the country's name or its capital's.

    ``provenance`` says whose name it is.
    """

    country: str
    language: str
    text: str
    provenance: Literal["cldr", "dragoman"]
    of: Literal["country", "capital"] = "country"


def abbreviations() -> Iterator[Abbreviation]:
    """A text may be the same as the name itself, or come twice, once from each source."""
    for language, country, text in _entries(json.loads(_read("short_names.json"))["names"]):
        yield Abbreviation(country, language, text, "cldr")
    for language, country, text in _entries(tomllib.loads(_read("abbreviations.toml"))):
        yield Abbreviation(country, language, text, "dragoman")
    for language, country, text in _entries(tomllib.loads(_read("capitals.toml"))):
        yield Abbreviation(country, language, text, "dragoman", of="capital")


def _entries(table: Any) -> Iterator[tuple[str, str, str]]:
    for language, countries in table.items():
        for country, texts in countries.items():
            for text in texts:
                yield language, country, text


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
