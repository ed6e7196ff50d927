"""The OpenAPI document: what FastAPI makes of the routes, with what it cannot know."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

from app.errors import PreconditionFailed
from app.representations.media_types import MEDIA_TYPES
from app.representations.place_geojson import PlaceCollection, PlaceFeature
from app.representations.problem import ProblemDocument
from app.routes.documentation import (
    ACCEPT_LANGUAGE,
    CONTENT_SECURITY_POLICY,
    HEADERS,
    IF_MATCH,
    IF_NONE_MATCH,
    PROBLEM_EXAMPLES,
    any_other_problem,
    read_examples,
    refusals,
)
from app.routes.formats import essence
from app.routes.media_types import JSON

DESCRIPTION = """\
Serves multilingual news: articles, their translations, and the people and places in them.

**Languages.** A negotiated address gives each reader the best language there is: by `?lang=`, else by
`Accept-Language`, else the site's default. Each answer says which it chose (`Content-Language`,
`Language-Match`), where exactly that text stands (`Content-Location`), and which others there are
(`Link`). An address that ends in a language never gives another.

**Problems.** Every error is a problem document (RFC 9457), in your language. Go by its `code`.
"""

TAGS = [
    {"name": "Service", "description": "Where everything is, and what can go wrong."},
    {"name": "Articles", "description": "News items in all their languages."},
    {"name": "Search", "description": "Articles by what they say, in any language."},
    {"name": "People", "description": "The people that articles name."},
    {"name": "Places", "description": "The places that articles name."},
    {"name": "Languages", "description": "The languages there are."},
    {"name": "Health", "description": "Whether the server works."},
]

_TEXTS = {"html", "md", "text"}
_GEOJSON: Mapping[str, type[BaseModel]] = {"listPlaces": PlaceCollection, "readPlace": PlaceFeature}
"""By operation id."""
_SCHEMAS = "#/components/schemas/"


def describe(app: FastAPI) -> None:
    """Completes the document on its first use."""
    generate = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _completed(generate())
        return app.openapi_schema

    app.description = DESCRIPTION
    app.openapi_tags = TAGS
    app.contact = {"name": "The Dragoman authors"}
    app.license_info = {"name": "MIT", "identifier": "MIT"}
    app.servers = [{"url": "/", "description": "This server."}]
    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way to extend the document


def _completed(document: dict[str, Any]) -> dict[str, Any]:
    schemas = document["components"]["schemas"]
    models: list[type[BaseModel]] = [ProblemDocument, *_GEOJSON.values()]
    for model in models:
        schema = model.model_json_schema(ref_template=_SCHEMAS + "{model}")
        schemas.update(schema.pop("$defs", {}))
        schemas[model.__name__] = schema
    document["components"].update(headers=HEADERS, examples=PROBLEM_EXAMPLES)
    document["security"] = []
    examples = read_examples()
    for path in document["paths"].values():
        for operation in path.values():
            if "304" in operation["responses"]:
                operation["responses"]["412"] = refusals(PreconditionFailed)[412]
            operation["responses"]["default"] = any_other_problem()
            content = operation["responses"]["200"]["content"][JSON]
            content["example"] = examples.get(operation["operationId"])
            operation.setdefault("parameters", []).extend(_request_headers(operation))
            for parameter in operation["parameters"]:
                _drop_null(parameter["schema"])
                if parameter["name"] == "format":
                    _add_formats(operation, parameter["schema"])
                if parameter["in"] == "path":
                    parameter["example"] = parameter["schema"]["examples"][0]  # where Swagger UI looks for it
    return document


def _request_headers(operation: dict[str, Any]) -> list[dict[str, Any]]:
    """Those that routes read by themselves: several lines of them are one list."""
    is_negotiated = any(parameter["name"] == "lang" for parameter in operation["parameters"])
    headers = [ACCEPT_LANGUAGE] if is_negotiated else []
    return [*headers, IF_MATCH, IF_NONE_MATCH] if "304" in operation["responses"] else headers


def _add_formats(operation: dict[str, Any], schema: dict[str, Any]) -> None:
    response = operation["responses"]["200"]
    formats = schema.get("enum", ["json"])
    for name in formats:
        content = {"schema": {"type": "string" if name in _TEXTS else "object"}}
        if name == "geojson":
            content = {"schema": {"$ref": _SCHEMAS + _GEOJSON[operation["operationId"]].__name__}}
        response["content"].setdefault(essence(MEDIA_TYPES[name]), content)
    if "html" in formats:
        response["headers"]["Content-Security-Policy"] = CONTENT_SECURITY_POLICY


def _drop_null(schema: dict[str, Any]) -> None:
    """A parameter that may be left out is None to Python, but nobody can send null in an address."""
    kinds = [kind for kind in schema.pop("anyOf", []) if kind != {"type": "null"}]
    if len(kinds) == 1:
        schema.update(kinds[0])
    elif kinds:
        schema["anyOf"] = kinds
