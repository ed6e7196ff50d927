"""Which language a reader gets: path, then ``?lang=``, then Accept-Language, then the default."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fastapi import Request

from app.errors import Fault, InvalidInput, LanguageUnavailable, NotAcceptable
from app.language.choosing import Choice, Match, choose, grade, rank
from app.language.ranges import LanguageRange, parse_accept_language, write_accept_language
from app.representations.addresses import with_query
from app.representations.links import alternates, link_header
from app.routes.parameters import Languages
from app.routes.responses import heeds_accept_language, path_of
from app.settings import Settings
from app.texts.catalogues import ENGLISH, LANGUAGES
from app.texts.text import Text


@dataclass(frozen=True, slots=True)
class Reader:
    """What a client said of languages; ``preference`` is what to put into ``?lang=`` to say it again."""

    ranges: Sequence[LanguageRange]
    strict: bool
    preference: str

    def choose(self, languages: Iterable[str], *, default: str, source: str = "") -> Choice | None:
        return choose(self.ranges, server_order(languages, default, source), strict=self.strict)

    def grade(self, languages: Iterable[str]) -> dict[str, int]:
        return grade(self.ranges, sorted(languages), strict=self.strict)

    def named(self, languages: Iterable[str]) -> list[str]:
        """Those of the languages that were asked for by name, or by a range of theirs; the best first."""
        ranked = rank(self.ranges, sorted(languages), strict=True)
        return [each.language for each in ranked if each.match not in (Match.WILDCARD, Match.DEFAULT)]

    def takes(self, languages: Sequence[str]) -> list[str] | None:
        """Those of the languages that will do; None where all will."""
        taken = sorted(self.grade(languages))
        return taken if len(taken) < len(languages) else None

    def address_of(self, request: Request, **changes: str | None) -> str:
        """The request's address with its preference written into it: there no header counts any more."""
        return same_address(request, lang=self.preference, **changes)


def same_address(request: Request, **changes: str | None) -> str:
    """The request's address with some of its parameters changed, or with None left out."""
    parameters = dict(sorted({**request.query_params, **changes}.items()))
    return with_query(path_of(request), **parameters)


def server_order(languages: Iterable[str], default: str, source: str) -> list[str]:
    """The site's default first, then the original's language, then by tag."""
    return sorted(languages, key=lambda tag: (tag != default, tag != source, tag))


def reader_of(request: Request, parameters: Languages) -> Reader:
    strict = parameters.fallback == "none"
    if parameters.lang is not None:
        return Reader(_asked_for(parameters.lang), strict, parameters.lang)
    ranges = parse_accept_language(_accept_language(request))
    return Reader(ranges, strict, write_accept_language(ranges) or "*")


def _accept_language(request: Request) -> str:
    return ", ".join(request.headers.getlist("accept-language"))


def _asked_for(lang: str) -> Sequence[LanguageRange]:
    """Unlike the header, a parameter that says nothing is a mistake that its author wants to hear of."""
    ranges = parse_accept_language(lang)
    if not ranges:
        raise InvalidInput(
            Text("The parameter lang names no language."),
            faults=[Fault(Text("not a language range, as in: nl, or fr-CA, fr;q=0.8"), parameter="lang")],
        )
    return ranges


def choose_site_language(
    request: Request, reader: Reader, languages: Iterable[str], settings: Settings
) -> Choice:
    """For what is not an article: the best of all the site's languages. Raises what ``nothing_for`` makes."""
    available = {*languages, settings.default_language}
    choice = reader.choose(available, default=settings.default_language)
    if choice is None:
        raise nothing_here_for(request, reader, available)
    return choice


def choose_text_language(request: Request, reader: Reader, settings: Settings) -> Choice:
    """For what is but the program's own texts. Raises what ``nothing_for`` makes."""
    choice = reader.choose(LANGUAGES, default=default_text_language(settings), source=ENGLISH)
    if choice is None:
        raise nothing_here_for(request, reader, LANGUAGES)
    return choice


def problem_language(request: Request, settings: Settings) -> str:
    """The language of a problem's texts: what was asked for, as far as the address heeds it.

    Nobody is refused a problem: who takes none of the languages gets the default.
    """
    asked = request.path_params.get("language") or request.query_params.get("lang", "")
    if heeds_accept_language(request):
        asked = _accept_language(request)
    default = default_text_language(settings)
    choice = choose(parse_accept_language(asked), server_order(LANGUAGES, default, ENGLISH))
    return choice.language if choice else default


def default_text_language(settings: Settings) -> str:
    """What comes nearest to the site's default among the languages that texts are in, else English."""
    choice = choose(parse_accept_language(settings.default_language), LANGUAGES)
    return choice.language if choice else ENGLISH


def nothing_here_for(
    request: Request, reader: Reader, languages: Iterable[str]
) -> NotAcceptable | LanguageUnavailable:
    """As ``nothing_for``, where each language is had with ``?lang=`` at the same address."""
    addresses = {language: same_address(request, lang=language) for language in sorted(languages)}
    return nothing_for(reader, addresses, same_address(request, lang=None))


def nothing_for(
    reader: Reader, addresses: Mapping[str, str], negotiated: str
) -> NotAcceptable | LanguageUnavailable:
    """The problem for a reader who takes none of the languages; ``addresses`` are theirs."""
    headers = {"Link": link_header(alternates(addresses, negotiated))}
    extensions = {"available": [{"language": language, "href": href} for language, href in addresses.items()]}
    if reader.strict:
        return LanguageUnavailable(
            Text("None of the languages asked for is available, and fallback=none excludes all others."),
            extensions=extensions,
            headers=headers,
        )
    return NotAcceptable(
        Text("The request excludes every language there is."), extensions=extensions, headers=headers
    )
