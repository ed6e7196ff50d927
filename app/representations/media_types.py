from collections.abc import Mapping

MEDIA_TYPES: Mapping[str, str] = {
    "json": "application/json",
    "html": "text/html; charset=utf-8",
    "jsonld": "application/ld+json",
    "md": "text/markdown; charset=utf-8",
    "text": "text/plain; charset=utf-8",
    "geojson": "application/geo+json",
}
"""By the names that ``?format=`` knows, as sent in Content-Type, in the order of the server's preference."""

ARTICLE_FORMATS = ("json", "html", "jsonld", "md", "text")
PAGE_FORMATS = ("json", "html")
PLACE_FORMATS = ("json", "geojson")
