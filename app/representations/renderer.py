"""What is stored of an article to be sent as it is."""

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from math import ceil
from typing import Any

from app.models.representation import first_on_shelf
from app.queries.articles import ArticleVersions
from app.representations.article import ArticleDocument, article_links
from app.representations.coding import SMALLEST_CODED, Coding, encode, entity_tag
from app.representations.field_lines import field_lines
from app.representations.links import link_header
from app.representations.media_types import MEDIA_TYPES

_SOURCES = ("app.language", "app.queries", "app.representations")
_LIBRARIES = ("brotli", "pydantic", "zstandard")


@cache
def renderer() -> str:
    """A digest of the program that makes representations: another program's are not served."""
    digest = sha256()
    for package in _SOURCES:
        for file in sorted(files(package).iterdir(), key=lambda each: each.name):
            if _is_source(file):
                digest.update(file.name.encode() + b"\0" + file.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\0".encode())
    return digest.hexdigest()[:16]


def _is_source(file: Traversable) -> bool:
    return file.is_file() and file.name.endswith((".py", ".json"))


def rendered(record: ArticleVersions, document: ArticleDocument) -> Iterator[dict[str, Any]]:
    """Rows of ``app.models.Representation``, one a coding."""
    body = document.model_dump_json(exclude_unset=True).encode()
    article = record.article
    translation_id = record.versions[document.language].translation_id
    shared = {
        "translation_id": translation_id,
        "renderer": renderer(),
        "languages": " ".join(sorted(record.versions, key=lambda tag: (tag != article.source_language, tag))),
        "served_from": ceil(article.listed_at.timestamp()),
    }
    fields = {
        "content-location": document.url,
        "link": link_header(article_links(record, document.language)),
    }
    for coded in coded_bodies(body, document.language, fields):
        yield {**shared, "id": first_on_shelf(coded["coding"]) + translation_id, **coded}


def coded_bodies(body: bytes, language: str, fields: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Columns of ``app.models.Representation``; ``fields`` are what the header says whatever the coding."""
    for coding in Coding if len(body) >= SMALLEST_CODED else [Coding.IDENTITY]:
        encoded = encode(body, coding)
        etag = entity_tag(language, encoded)
        own = {
            "content-type": MEDIA_TYPES["json"],
            "content-length": str(len(encoded)),
            "etag": etag,
            **fields,
        }
        if coding is not Coding.IDENTITY:
            own["content-encoding"] = coding.value
        yield {"coding": coding.value, "etag": etag, "fields": field_lines(own.items()), "body": encoded}
