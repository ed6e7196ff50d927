"""``article.toml``: what a folder says of its article beside the texts."""

import unicodedata
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from app.errors import Refusal
from app.intake.published_at import parse_published_at
from app.intake.toml_file import Entry
from app.language.tag import parse_language_tag

NAME = "article.toml"


def distinct_languages(given: object) -> object:
    """Two keys for one language would lose one of them in silence."""
    first: dict[str, str] = {}
    for key in given if isinstance(given, dict) else ():
        try:
            language = parse_language_tag(key)
        except Refusal:
            continue
        if first.setdefault(language, key) != key:
            raise ValueError(f"{first[language]} and {key} are both {language}")
    return given


def _composed(text: str) -> str:
    """As texts are when they are read, so that names are found in them."""
    return unicodedata.normalize("NFC", text)


Language = Annotated[str, AfterValidator(parse_language_tag)]
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\x00-\x1f\x7f]*$"),
    AfterValidator(_composed),
]
Address = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=2000, pattern=r"^https?://[^\s\x00-\x1f\x7f]+$")
]

Digest = Annotated[str, StringConstraints(to_lower=True, pattern=r"^[0-9A-Fa-f]{8,64}$")]


class SourceEntry(Entry):
    name: Line
    url: Address | None = None
    license: Line | None = None
    publisher: Line | None = None


class MediaEntry(Entry):
    license: Line | None = None


class ArticleFile(Entry):
    source_language: Language | None = None
    published_at: Annotated[str | None, BeforeValidator(parse_published_at)] = None
    source: SourceEntry | None = None
    media: MediaEntry = MediaEntry()
    origin: Annotated[
        dict[Language, Literal["human", "machine", "unknown"]], BeforeValidator(distinct_languages)
    ] = Field(default_factory=dict)
    translates: Annotated[dict[Language, Digest], BeforeValidator(distinct_languages)] = Field(
        default_factory=dict
    )
    """By language, the SHA-256 of the original's file that the version translates, or how it begins."""
