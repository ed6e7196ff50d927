"""What the OpenAPI document says of responses: their headers, their problems, their examples."""

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from app.errors import (
    BadRequest,
    DatabaseUnavailable,
    Fault,
    InternalError,
    InvalidCursor,
    InvalidInput,
    LanguageUnavailable,
    NotAcceptable,
    NotAligned,
    NotFound,
    PreconditionFailed,
    Problem,
    SearchTooLong,
    UnknownParameter,
    UnsupportedMediaType,
)
from app.representations.problem import MEDIA_TYPE, ProblemDocument, problem_document
from app.texts.text import Text

Documented = dict[str, Any]
Answers = dict[int | str, Documented]
"""Responses by status."""

ARTICLE = "/articles/2018-12-06-anti-isis-coalition"


def _header(description: str, example: str, *, always: bool = True) -> Documented:
    return {
        "description": description,
        "required": always,
        "schema": {"type": "string"},
        "example": example,
    }


HEADERS = {
    "Allow": _header("The methods that the address answers.", "GET, HEAD, OPTIONS", always=False),
    "Cache-Control": _header(
        "How long to keep it without asking (RFC 9111), and to serve it once more while asking (RFC 5861). "
        "`no-cache`: ask with `If-None-Match` before each use. `no-store`: do not keep it.",
        "max-age=10, stale-while-revalidate=60",
    ),
    "Content-Encoding": _header(
        "How the bytes are coded: `zstd`, `br` or `gzip`, by `Accept-Encoding`.", "br", always=False
    ),
    "Canonical-Accept-Language": _header(
        "The `Accept-Language` that stands for all those that choose the same on this site.", "nl,fr;q=0.98"
    ),
    "Content-Language": _header("The language of the text (RFC 9110 section 8.5).", "nl"),
    "Content-Location": _header(
        "The exact address of these very bytes, whatever the reader's languages.", f"{ARTICLE}/nl"
    ),
    "ETag": _header("The version of exactly these bytes; send it as `If-None-Match`.", '"9f86d081884c7d65"'),
    "Language-Match": _header(
        "How the language was chosen: `exact`, `near`, `parent`, `wildcard` or `default`, and for which "
        "range.",
        'exact;range="nl"',
    ),
    "Language-Matches": _header(
        "Every language that the reader takes, the best first, each with what its `Language-Match` would be.",
        '|nl=exact;range="nl"|en=default|',
    ),
    "Link": _header(
        "Related addresses (RFC 8288): `alternate` for every language, `canonical`, `next`, `service-doc`.",
        f'<{ARTICLE}/en>; rel="alternate"; hreflang="en"',
        always=False,
    ),
    "Location": _header("The canonical address.", f"{ARTICLE}/nl"),
    "Retry-After": _header("Seconds to wait before trying again.", "5", always=False),
    "Vary": _header(
        "The request headers that the answer depends on. The same on every answer of an address.",
        "Accept, Accept-Language, Accept-Encoding",
    ),
}

CONTENT_SECURITY_POLICY = _header(
    "What a page may load (CSP): its own style, and nothing else.", "default-src 'none'", always=False
)
ACCEPT_LANGUAGE = {
    "name": "Accept-Language",
    "in": "header",
    "required": False,
    "description": "The languages you prefer (RFC 9110 section 12.5.4).",
    "schema": {"type": "string", "examples": ["nl-BE, nl;q=0.9, en;q=0.5"]},
}
IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "The `ETag` of what you have: if it is still the same, 304 comes without a body.",
    "schema": {"type": "string", "examples": ['"9f86d081884c7d65"']},
}

IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "description": "The `ETag` of the version the request is about: 412 where there is another one.",
    "schema": {"type": "string", "examples": ['"9f86d081884c7d65"']},
}

_OF_EVERY_TEXT = ("Cache-Control", "Content-Language", "Vary")


def _headers(*names: str) -> Documented:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in sorted(names)}


def _without(headers: Documented, name: str) -> Documented:
    return {other: header for other, header in headers.items() if other != name}


def _found(description: str, *names: str) -> Answers:
    headers = _headers(*_OF_EVERY_TEXT, "ETag", *names)
    not_modified = "The client has these very bytes already: its `If-None-Match` names their `ETag`."
    return {
        200: {"description": description, "headers": {**headers, **_headers("Content-Encoding")}},
        304: {"description": not_modified, "headers": _without(headers, "Content-Language")},
    }


_BEST = "Here it is, in the reader's best language."
_NEGOTIATED = ("Content-Location", "Language-Match")

EXACT_OK = _found("Here it is.")
LINKED_OK = _found("Here it is.", "Link")
VERSION_OK = _found("Here it is, in that language.", "Content-Location", "Link")
NEGOTIATED_OK = _found(_BEST, *_NEGOTIATED)
NEGOTIATED_LINKED_OK = _found(_BEST, *_NEGOTIATED, "Link")
MIXED_OK = _found("Here they are, each in the reader's best language.", "Content-Location", "Link")
PREFLIGHT_OK = _found(_BEST, *_NEGOTIATED, "Canonical-Accept-Language", "Language-Matches")
HEALTH_OK: Answers = {200: {"description": "It is.", "headers": _headers("Cache-Control", "Vary")}}
CANONICAL_ELSEWHERE: Answers = {
    308: {
        "description": "The language is written otherwise: its canonical address is in `Location`.",
        "headers": _headers("Cache-Control", "Location", "Vary"),
    }
}
MERGED_ELSEWHERE: Answers = {
    308: {
        "description": "It was merged into another: that one's address is in `Location`.",
        "headers": _headers("Cache-Control", "Location", "Vary"),
    }
}

_AVAILABLE = [{"language": language, "href": f"{ARTICLE}/{language}"} for language in ("en", "nl")]
_CASES: Mapping[type[Problem], Sequence[Problem]] = {
    BadRequest: (
        UnknownParameter(
            Text("Look at the parameters {names}.", {"names": "'languge'"}),
            faults=[Fault(Text("this address does not know it"), parameter="languge")],
        ),
        InvalidCursor(
            Text("Take the cursor from the page before."),
            faults=[Fault(Text("not a cursor of this list"), parameter="cursor")],
        ),
    ),
    NotFound: (NotFound(Text("There is no article {id!r}.", {"id": "ottawa"})),),
    NotAligned: (NotAligned(Text("It is being done since the article or the program changed; try again.")),),
    LanguageUnavailable: (
        LanguageUnavailable(
            Text("The article has no version in {language!r}.", {"language": "fr"}),
            extensions={"available": _AVAILABLE},
        ),
    ),
    NotAcceptable: (
        NotAcceptable(
            Text("The request excludes every language there is."), extensions={"available": _AVAILABLE}
        ),
    ),
    PreconditionFailed: (PreconditionFailed(Text("If-Match names another version than the one there is.")),),
    UnsupportedMediaType: (UnsupportedMediaType(Text("This address takes no content, of whatever type.")),),
    InvalidInput: (
        InvalidInput(
            Text("Look at the parameters {names}.", {"names": "'limit'"}),
            faults=[Fault(Text("not a whole number from 1"), parameter="limit")],
        ),
    ),
    DatabaseUnavailable: (DatabaseUnavailable(Text("The database server cannot be reached.")),),
    SearchTooLong: (SearchTooLong(Text("The search takes too long; ask for rarer words.")),),
    InternalError: (InternalError(Text("The request could not be answered. It has been logged.")),),
}
_OWN_HEADERS: Mapping[type[Problem], Sequence[str]] = {
    LanguageUnavailable: ["Link"],
    NotAcceptable: ["Link"],
    PreconditionFailed: ["ETag"],
    DatabaseUnavailable: ["Retry-After"],
    SearchTooLong: ["Retry-After"],
}


def refusals(*problems: type[Problem]) -> Answers:
    """One response a status, with examples of each problem that has it."""
    by_status: dict[int | str, list[type[Problem]]] = {}
    for problem in problems:
        by_status.setdefault(problem.status, []).append(problem)
    return {status: _problem_response(kinds) for status, kinds in by_status.items()}


def any_other_problem() -> Documented:
    response = _problem_response([UnsupportedMediaType, InternalError])
    response["description"] = "A problem of any other kind."
    response["headers"] = _headers(*_OF_EVERY_TEXT, "Allow", "Retry-After")
    return response


def _problem_response(kinds: Sequence[type[Problem]]) -> Documented:
    own_headers = {name for kind in kinds for name in _OWN_HEADERS.get(kind, [])}
    return {
        "description": " ".join(f"{kind.title}." for kind in kinds),
        "headers": _headers(*_OF_EVERY_TEXT, *own_headers),
        "content": {
            MEDIA_TYPE: {
                "schema": {"$ref": f"#/components/schemas/{ProblemDocument.__name__}"},
                "examples": {
                    case.code: {"$ref": f"#/components/examples/{case.code}"}
                    for kind in kinds
                    for case in _CASES[kind]
                },
            }
        },
    }


def _example(case: Problem) -> Documented:
    document = problem_document(case, ARTICLE)
    return {"summary": str(case.title), "value": document.model_dump(mode="json", exclude_unset=True)}


PROBLEM_EXAMPLES = {case.code: _example(case) for cases in _CASES.values() for case in cases}


def read_examples() -> dict[str, Any]:
    """A real answer by operation id, as ``scripts.write_examples`` got it from what ``data/`` holds."""
    examples: dict[str, Any] = json.loads((files("app.routes") / "examples.json").read_text("utf-8"))
    return examples
