"""What may stand in an address: every parameter with its type; what is not declared is refused."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Annotated, Literal, get_args

from fastapi import Path, Request
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from app.errors import BadRequest, Fault, InvalidInput
from app.geography import HALF_AROUND, Area, Circle, parse_box, parse_point
from app.intake.published_at import moment_of
from app.language.filtering import parse_filter
from app.language.ranges import MAXIMUM_HEADER_LENGTH
from app.parallel.checks.finding import CODES, Severity
from app.search.query import MOST_CHARACTERS
from app.texts.text import Text

MAX_LIMIT = 100
DEFAULT_LIMIT = 20
MIN_RADIUS, MAX_RADIUS = 0.001, ceil(HALF_AROUND)
DEFAULT_RADIUS = 50

_LONGEST_NAME = 64
_CURSOR = "WyJhcnRpY2xlcyIsIjIwMTgtMTItMDZUMDA6MDA6MDArMDA6MDAiLCJhIl0"
_FACETS = ("language", "person", "place", "year")
_SEVERITIES = get_args(Severity)
_TEXT = r"^[^\x00-\x1f\x7f]{1,128}$"
_CANONICAL_KILOMETRES = re.compile(r"(0|[1-9][0-9]*)(?:\.[0-9]{1,17})?", re.ASCII)
_CANONICAL_NUMBER = re.compile(r"[1-9][0-9]*", re.ASCII)
_MOST_DIGITS = 9
"""More make no other number too large."""


def _canonical_number(given: object) -> object:
    """``+1``, ``01`` and ``1.0`` would be other addresses of the same page."""
    if isinstance(given, str) and not _CANONICAL_NUMBER.fullmatch(given):
        raise ValueError(Text("not a whole number from 1"))
    return given[:_MOST_DIGITS] if isinstance(given, str) else given


def _canonical_kilometres(given: object) -> object:
    if not isinstance(given, str):
        return given
    written = _CANONICAL_KILOMETRES.fullmatch(given)
    if written is None:
        raise ValueError(Text("not a number of kilometres, as in: 25 or 0.5"))
    return given if len(written[1]) <= _MOST_DIGITS else given[:_MOST_DIGITS]


def _is_point(given: str) -> str:
    parse_point(given)
    return given


def _is_box(given: str) -> str:
    parse_box(given)
    return given


@dataclass(frozen=True, slots=True)
class _SomeOf:
    """One of them or several, with commas between."""

    values: Sequence[str]

    def __call__(self, given: str) -> str:
        if not set(given.split(",")).issubset(self.values):
            expected = ", ".join(map(repr, self.values))
            raise ValueError(Text("not one of the values it may have: {expected}", {"expected": expected}))
        return given

    def schema(self, longest: int) -> dict[str, object]:
        one = "|".join(self.values)
        return {"type": "string", "maxLength": longest, "pattern": f"^({one})(,({one}))*$"}


_SOME_FACETS, _SOME_CODES, _SOME_SEVERITIES = map(_SomeOf, (_FACETS, tuple(sorted(CODES)), _SEVERITIES))
_LONGEST_CHOICE, _LONGEST_CODES = 64, 512


def _moment(given: object) -> object:
    return moment_of(given) if isinstance(given, str) else given


ArticleId = Annotated[
    str,
    Path(
        pattern=_TEXT,
        description="The article's id: stable, readable, the same in every language.",
        examples=["2018-12-06-anti-isis-coalition"],
    ),
]
ExactLanguage = Annotated[
    str,
    Path(
        pattern=_TEXT,
        description="The language (BCP 47). This address never falls back on another one.",
        examples=["nl"],
    ),
]
PersonId = Annotated[
    str, Path(pattern=_TEXT, description="The person's id.", examples=["ank-bijleveld-schouten"])
]
PlaceId = Annotated[str, Path(pattern=_TEXT, description="The place's id.", examples=["baghdad"])]
ProblemCode = Annotated[
    str, Path(pattern=_TEXT, description="The kind of problem: its `code`.", examples=["not-found"])
]
FindingCode = Annotated[
    str,
    Path(pattern=_TEXT, description="The kind of finding: its `code`.", examples=["heading-missing"]),
]
Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}),
]
Facets = Annotated[
    str,
    Field(max_length=_LONGEST_CHOICE),
    AfterValidator(_SOME_FACETS),
    WithJsonSchema(_SOME_FACETS.schema(_LONGEST_CHOICE)),
]
Codes = Annotated[
    str,
    Field(max_length=_LONGEST_CODES),
    AfterValidator(_SOME_CODES),
    WithJsonSchema(_SOME_CODES.schema(_LONGEST_CODES)),
]
Severities = Annotated[
    str,
    Field(max_length=_LONGEST_CHOICE),
    AfterValidator(_SOME_SEVERITIES),
    WithJsonSchema(_SOME_SEVERITIES.schema(_LONGEST_CHOICE)),
]


class Parameters(BaseModel):
    model_config = ConfigDict(extra="forbid")


_Format = Field(description="The format of the answer, for links; wins over `Accept`.", examples=["json"])


class ExactParameters(Parameters):
    format: Annotated[Literal["json"] | None, _Format] = None


class ArticleParameters(Parameters):
    format: Annotated[Literal["json", "html", "jsonld", "md", "text"] | None, _Format] = None


class Languages(BaseModel):
    lang: Annotated[
        str | None,
        Field(
            max_length=MAXIMUM_HEADER_LENGTH,
            description="The languages you prefer, in the syntax of `Accept-Language`, which it replaces: "
            "for links, feeds and caches.",
            examples=["nl", "fr-CA, fr;q=0.8, en;q=0.5"],
            json_schema_extra={"format": "language-ranges"},
        ),
    ] = None
    fallback: Annotated[
        Literal["none"] | None,
        Field(
            description="`none`: no language is served that was not asked for; 404 instead.",
            examples=["none"],
        ),
    ] = None


class LanguageParameters(Languages, ExactParameters):
    pass


class PreflightParameters(LanguageParameters):
    names: Annotated[
        Literal["true", "false"],
        Field(
            description="Whether the languages count, too, that only names of people and places are in: as "
            "at the address of a person or a place, and nowhere else.",
            examples=["true"],
        ),
    ] = "false"


class ArticleLanguageParameters(Languages, ArticleParameters):
    pass


class FrontPageParameters(Languages, Parameters):
    format: Annotated[Literal["json", "html"] | None, _Format] = None
    cursor: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=1024,
            description="Where the page for readers begins: taken from the link on the page before.",
            examples=[_CURSOR],
        ),
    ] = None


class CursorParameters(BaseModel):
    cursor: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=1024,
            description="Where the page begins: taken from `next` of the page before.",
            examples=[_CURSOR],
        ),
    ] = None
    limit: Annotated[
        int,
        Field(ge=1, le=MAX_LIMIT, description="How many items a page has at most.", examples=[20]),
        BeforeValidator(_canonical_number),
    ] = DEFAULT_LIMIT


class PageParameters(CursorParameters):
    count: Annotated[
        Literal["true", "false"],
        Field(description="Whether `total` says how many there are on all pages.", examples=["true"]),
    ] = "false"

    def total(self, count: Callable[[], int]) -> dict[str, int]:
        """The list's ``total``, counted only where it was asked for."""
        return {"total": count()} if self.count == "true" else {}


class ListParameters(LanguageParameters, PageParameters):
    pass


class CompanionParameters(LanguageParameters, CursorParameters):
    pass


class ExactListParameters(ExactParameters, PageParameters):
    pass


class AlignmentParameters(ExactListParameters):
    languages: Annotated[
        str,
        Field(
            pattern=_TEXT,
            description="Two of the article's languages, the one that the order follows first.",
            examples=["nl,en"],
        ),
    ]


class DiagnosticsParameters(ExactListParameters):
    languages: Annotated[
        str | None,
        Field(
            pattern=_TEXT,
            description="Only findings on the translations into these languages, with commas between.",
            examples=["en", "de,fr"],
        ),
    ] = None
    code: Annotated[
        Codes | None,
        Field(
            description="Only findings of these kinds, with commas between.",
            examples=["number-mismatch", "heading-missing,weekday-missing"],
        ),
    ] = None
    severity: Annotated[
        Severities | None,
        Field(
            description="Only findings that are as severe, with commas between.",
            examples=["error", "error,warning"],
        ),
    ] = None


class AreaParameters(BaseModel):
    near: Annotated[
        str | None,
        AfterValidator(_is_point),
        Field(
            description="Only what is at most `radius` kilometres from this point: latitude,longitude in "
            "degrees (WGS 84).",
            examples=["45.41,-75.7"],
            json_schema_extra={"format": "latitude-longitude"},
        ),
    ] = None
    radius: Annotated[
        float | None,
        BeforeValidator(_canonical_kilometres),
        Field(
            ge=MIN_RADIUS,
            le=MAX_RADIUS,
            description=f"Kilometres from `near` on a great circle; {DEFAULT_RADIUS} where it is not given.",
            examples=[25],
        ),
    ] = None
    bbox: Annotated[
        str | None,
        AfterValidator(_is_box),
        Field(
            description="Only what is in this box: west,south,east,north in degrees (RFC 7946 section 5). "
            "Where west is greater than east it crosses the antimeridian.",
            examples=["-80,40,-70,50"],
            json_schema_extra={"format": "bounding-box"},
        ),
    ] = None

    def circle(self) -> Circle | None:
        """Raises InvalidInput for a radius around nothing."""
        if self.near is None and self.radius is not None:
            raise InvalidInput(
                Text("A radius needs a point that it is around."),
                faults=[Fault(Text("it needs the parameter near beside it"), parameter="radius")],
            )
        return Circle(parse_point(self.near), self.radius or DEFAULT_RADIUS) if self.near else None

    def areas(self) -> list[Area]:
        circle, box = self.circle(), parse_box(self.bbox) if self.bbox else None
        return [area for area in (circle, box) if area is not None]


class PlaceParameters(Languages, Parameters):
    format: Annotated[Literal["json", "geojson"] | None, _Format] = None


class PlaceListParameters(PlaceParameters, PageParameters, AreaParameters):
    pass


class NamingArticlesParameters(ListParameters, AreaParameters):
    available_in: Annotated[
        str | None,
        AfterValidator(parse_filter),
        Field(
            description="Only articles that have this language, by extended filtering (RFC 4647 "
            "section 3.3.2): `zh` has zh-Hant, `*-CH` has de-CH. `lang` prefers, this requires.",
            examples=["nl", "zh", "*-CH"],
            json_schema_extra={"format": "language-range"},
        ),
    ] = None
    source_language: Annotated[
        str | None,
        AfterValidator(parse_filter),
        Field(
            description="Only articles whose original is in this language, by extended filtering.",
            examples=["nl", "de-*-DE"],
            json_schema_extra={"format": "language-range"},
        ),
    ] = None
    outdated: Annotated[
        str | None,
        AfterValidator(parse_filter),
        Field(
            description="Only articles whose original has changed since they were translated into this "
            "language, by extended filtering; `*` is any.",
            examples=["en", "*"],
            json_schema_extra={"format": "language-range"},
        ),
    ] = None
    published_after: Annotated[
        Moment | None,
        Field(
            description="Only articles published then or later: a day, which begins in UTC, or an instant "
            "(RFC 3339).",
            examples=["2018-12-01"],
        ),
    ] = None
    published_before: Annotated[
        Moment | None,
        Field(description="Only articles published before: a day or an instant.", examples=["2019-01-01"]),
    ] = None
    updated_since: Annotated[
        Moment | None,
        Field(
            description="Only articles of which something changed then or later: a day or an instant.",
            examples=["2018-12-06T10:00:00Z"],
        ),
    ] = None


class PersonsArticlesParameters(NamingArticlesParameters):
    place: Annotated[
        str | None,
        Field(
            pattern=_TEXT,
            description="Only articles that name this place in some language, by id; of a country, "
            "also those that name a place in it.",
            examples=["baghdad"],
        ),
    ] = None


class PlacesArticlesParameters(NamingArticlesParameters):
    person: Annotated[
        str | None,
        Field(
            pattern=_TEXT,
            description="Only articles that name this person in some language, by id.",
            examples=["ank-bijleveld-schouten"],
        ),
    ] = None


class ArticleListParameters(PersonsArticlesParameters, PlacesArticlesParameters):
    pass


class SearchParameters(ArticleListParameters):
    q: Annotated[
        str,
        Field(
            max_length=MOST_CHARACTERS,
            description='What to search for: words, `"phrases"`, `begin*`, `-without`, `person:`, `place:`, '
            "`lang:`, `date:`, `after:`, `before:`. Anything else is taken literally.",
            examples=["wederopbouw", '"global threat" -syria place:iraq after:2018-12'],
        ),
    ]
    sort: Annotated[
        Literal["relevance", "date"],
        Field(description="What comes first: the most relevant, or the newest.", examples=["date"]),
    ] = "relevance"
    facets: Annotated[
        Facets | None,
        Field(
            description="What to count among the articles looked at, of `language`, `person`, `place` and "
            "`year`, with commas between.",
            examples=["language,year"],
        ),
    ] = None


class CompletionParameters(LanguageParameters):
    q: Annotated[
        str,
        Field(
            max_length=MOST_CHARACTERS,
            description="What has been typed so far.",
            examples=["bagh", "anti-isis coal"],
        ),
    ]
    limit: Annotated[
        int,
        Field(ge=1, le=MAX_LIMIT, description="How many there are at most.", examples=[10]),
        BeforeValidator(_canonical_number),
    ] = DEFAULT_LIMIT // 2


def shortened(name: str) -> str:
    """Of a parameter, which may be anything."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"


async def refuse_repeated(request: Request) -> None:
    """A parameter given twice has no one meaning."""
    names = [name for name, _ in request.query_params.multi_items()]
    repeated = sorted({name for name in names if names.count(name) > 1}) if len(names) > 1 else []
    if repeated:
        raise BadRequest(
            Text("A parameter is given more than once."),
            faults=[Fault(Text("given more than once"), parameter=shortened(name)) for name in repeated],
        )
