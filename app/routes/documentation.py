"""What the OpenAPI document says of responses: their headers, their problems."""

from typing import Any

from app.errors import Problem
from app.representations.problem import MEDIA_TYPE, ProblemDocument, problem_document

Documented = dict[str, Any]


def _header(description: str, example: str) -> Documented:
    return {"description": description, "schema": {"type": "string"}, "example": example}


ETAG = _header("The version of exactly these bytes; send it as `If-None-Match`.", '"9f86d081884c7d65"')
CONTENT_LANGUAGE = _header("The language of the text (RFC 9110 section 8.5).", "nl")
VARY = _header(
    "The request headers that the answer depends on. The same on every answer of an address.",
    "Accept, Accept-Language, Accept-Encoding",
)
CACHE_CONTROL = _header("`no-cache`: keep it, and ask with `If-None-Match` before each use.", "no-cache")
CONTENT_LOCATION = _header(
    "The exact address of these very bytes, whatever the reader's languages.",
    "/articles/2018-12-06-anti-isis-coalition/nl",
)
LANGUAGE_MATCH = _header(
    "How the language was chosen: `exact`, `near`, `parent`, `wildcard` or `default`, and for which range.",
    'exact;range="nl"',
)
LINK = _header(
    "Related addresses (RFC 8288): `alternate` for every language, `canonical`, `next`.",
    '</articles/2018-12-06-anti-isis-coalition/en>; rel="alternate"; hreflang="en"',
)
ALLOW = _header("The methods that the address answers.", "GET, HEAD, OPTIONS")
RETRY_AFTER = _header("Seconds to wait before trying again.", "5")
LOCATION = _header("The canonical address.", "/articles/2018-12-06-anti-isis-coalition/nl")

_ALWAYS = {"ETag": ETAG, "Vary": VARY, "Cache-Control": CACHE_CONTROL, "Content-Language": CONTENT_LANGUAGE}

EXACT_OK: Documented = {"description": "Here it is.", "headers": _ALWAYS}
LINKED_OK: Documented = {"description": "Here it is.", "headers": {**_ALWAYS, "Link": LINK}}
NEGOTIATED_OK: Documented = {
    "description": "Here it is, in the reader's best language.",
    "headers": {
        **_ALWAYS,
        "Content-Location": CONTENT_LOCATION,
        "Language-Match": LANGUAGE_MATCH,
        "Link": LINK,
    },
}
MIXED_OK: Documented = {
    "description": "Here they are, each in the reader's best language.",
    "headers": {**_ALWAYS, "Content-Location": CONTENT_LOCATION, "Link": LINK},
}
NOT_MODIFIED: Documented = {
    "description": "The client has these very bytes already: its `If-None-Match` names their `ETag`.",
    "headers": _ALWAYS,
}
CANONICAL_ELSEWHERE: Documented = {
    "description": "The language is written otherwise: its canonical address is in `Location`.",
    "headers": {"Location": LOCATION},
}


def refusals(*problems: type[Problem]) -> dict[int | str, Documented]:
    """One response a status, with an example of each problem that has it."""
    documented: dict[int | str, Documented] = {304: NOT_MODIFIED}
    for problem in problems:
        documented[problem.status] = _problem_response(problem)
    return documented


def _problem_response(problem: type[Problem]) -> Documented:
    example = problem_document(problem("What is wrong in this case."), "/articles")
    headers = {"Vary": VARY, "Content-Language": CONTENT_LANGUAGE}
    return {
        "description": f"{problem.title}.",
        "headers": headers,
        "content": {
            MEDIA_TYPE: {
                "schema": {"$ref": f"#/components/schemas/{ProblemDocument.__name__}"},
                "example": example.model_dump(exclude_unset=True),
            }
        },
    }
