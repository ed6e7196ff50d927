"""Which content codings a client takes (RFC 9110 section 12.5.3)."""

from collections.abc import Mapping
from functools import lru_cache

from fastapi import Request

from app.errors import NotAcceptable
from app.representations.coding import SMALLEST_CODED, Coding
from app.routes.weighted import weighted_elements
from app.texts.text import Text

_ALIASES = {"x-gzip": Coding.GZIP.value}
_UNNAMED_IDENTITY = 0.0005
"""Below any qvalue but 0: whoever names a coding prefers it to none."""


def negotiate_coding(request: Request, size: int) -> Coding:
    """For a body of so many bytes. Raises NotAcceptable."""
    coding = choose_coding(accept_encoding(request), size)
    if coding is None:
        available = [each.value for each in Coding]
        raise NotAcceptable(
            Text(
                "This address answers in the codings {codings}, "
                "all of which the request's Accept-Encoding header excludes.",
                {"codings": ", ".join(available)},
            ),
            extensions={"available_encodings": available},
        )
    return coding


def accept_encoding(request: Request) -> str | None:
    lines = request.headers.getlist("accept-encoding")
    return ", ".join(lines) if lines else None


def choose_coding(header: str | None, size: int) -> Coding | None:
    ranking = rank_codings(header)
    if size < SMALLEST_CODED and Coding.IDENTITY in ranking:
        return Coding.IDENTITY
    return ranking[0] if ranking else None


@lru_cache(maxsize=1024)
def rank_codings(header: str | None) -> tuple[Coding, ...]:
    """Those a client takes, the best first. Without the field anything may be sent, so none is applied."""
    if header is None:
        return (Coding.IDENTITY,)
    qualities: dict[str, float] = {}
    for name, _, quality in weighted_elements(header):
        coding = _ALIASES.get(name, name)
        qualities[coding] = max(quality, qualities.get(coding, 0))
    taken = [coding for coding in Coding if _quality(coding, qualities) > 0]
    return tuple(sorted(taken, key=lambda coding: -_quality(coding, qualities)))


def _quality(coding: Coding, qualities: Mapping[str, float]) -> float:
    """``*`` stands for what is not named; identity is taken unless it is refused by name or by ``*``."""
    if coding in qualities:
        return qualities[coding]
    if coding is Coding.IDENTITY:
        return _UNNAMED_IDENTITY if qualities.get("*", 1) > 0 else 0
    return qualities.get("*", 0)
