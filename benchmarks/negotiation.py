"""What it costs to choose a language: ``python -m benchmarks.negotiation``.

Microseconds of CPU a call, the fastest of many. The languages are those of a site and were met before; a
header is cold when it comes for the first time, warm when it came before.
"""

import itertools
import timeit
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from time import process_time

from app.language import choosing, distance, likely, names, ranges, tag
from app.language.choosing import Choice, choose, rank
from app.language.distance import BY_CLDR, Nearness
from app.language.ranges import MAXIMUM_HEADER_LENGTH, MAXIMUM_RANGES, parse_accept_language
from app.language.registry import registry

LANGUAGES = (
    "en", "ar", "bg", "bn", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu",
    "id", "it", "ja", "ko", "lt", "nb", "nl", "pl", "pt-BR", "ro", "ru", "sr-Latn", "sv", "tr", "uk",
    "zh-Hans", "zh-Hant",
)  # fmt: skip
THREE_LANGUAGES = LANGUAGES[3::12]
BY_RFC_4647_ALONE = Nearness(cut_off=0)

HEADERS = (
    "en-US,en;q=0.9",
    "nl-NL,nl;q=0.9,en-US;q=0.8,en;q=0.7",
    "zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7",
    "de-AT,de-DE;q=0.9,de;q=0.8,fr;q=0.5,it;q=0.4,*;q=0.1",
    "pt-PT,pt;q=0.9,es-419;q=0.8,gl;q=0.7,*;q=0",
    "nn-NO,nn;q=0.9,no-NO;q=0.8,no;q=0.6,nb-NO;q=0.5,nb;q=0.4,en-US;q=0.3,en;q=0.1",
)
LONGEST = HEADERS[-1]

HOSTILE_PIECES = {
    "commas": ",",
    "one language": "en,",
    "hyphens": "*-",
    "open quotes": '"',
    "one long tag": "en-abcdefgh-bcdefghi-cdefghij-defghijk-efghijkl-fghijklm,",
}
HOSTILE_TAGS = {
    "of one letter after the other": "en-{}x-u-ab-cd-ef-gh-ij-kl-mn-op-qr-st-uv-wx",
    "with variants": "zh-TW-{}x-abcde-bcdef-cdefg-defgh-efghi-fghij",
    "of outdated languages": "sh-{}x",
    "of languages with others near": "am-{}x",
}

PARSED = (ranges._parse_and_remember,)
JUDGED = (choosing._judge,)
KNOWN = (
    names.names_of,
    names.covering_names,
    names.fallback_names,
    likely.full_tag,
    tag.canonical_subtags,
    distance._region_distance,
)

Forgettable = Callable[..., object]


def forget(caches: Iterable[Forgettable]) -> None:
    for cache in caches:
        cache.cache_clear()  # type: ignore[attr-defined]  # every one of them is an lru_cache


def meet_the_site() -> None:
    """As after the first request of all: its languages are known, but no header is."""
    forget((*PARSED, *JUDGED, *KNOWN))
    negotiate("und")
    forget((*PARSED, *JUDGED))


def warm(call: Callable[[], object]) -> float:
    return min(timeit.repeat(call, timer=process_time, number=1000, repeat=20)) / 1000 * 1e6


def cold(call: Callable[[], object], forget_all: Callable[[], None] = meet_the_site) -> float:
    def once() -> float:
        forget_all()
        start = process_time()
        call()
        return process_time() - start

    return min(once() for _ in range(100)) * 1e6


def negotiate(
    header: str, languages: Iterable[str] = LANGUAGES, nearness: Nearness = BY_CLDR
) -> Choice | None:
    return choose(parse_accept_language(header), tuple(languages), nearness=nearness)


def fifty_tags(pattern: str) -> str:
    letters = itertools.islice(itertools.product("abcdefgh", repeat=4), MAXIMUM_RANGES)
    return ",".join(pattern.format("".join(four)) for four in letters)


def costs() -> Iterator[tuple[str, float]]:
    for header in HEADERS:
        yield f"warm: {header}", warm(partial(negotiate, header))
        yield f"cold: {header}", cold(partial(negotiate, header))
    everything = partial(forget, (*PARSED, *JUDGED, *KNOWN))
    by_rfc_4647_alone = partial(negotiate, LONGEST, nearness=BY_RFC_4647_ALONE)
    yield (
        "the last one cold, and the site's languages unknown too",
        cold(partial(negotiate, LONGEST), everything),
    )
    yield "the last one by RFC 4647 alone, warm", warm(by_rfc_4647_alone)
    yield "the last one by RFC 4647 alone, cold", cold(by_rfc_4647_alone)
    yield "the last one parsed, warm", warm(partial(parse_accept_language, LONGEST))
    yield "the last one parsed, cold", cold(partial(parse_accept_language, LONGEST))
    yield "the last one among three languages, warm", warm(partial(negotiate, LONGEST, THREE_LANGUAGES))
    yield "a ranking of all languages, warm", warm(partial(rank, parse_accept_language(LONGEST), LANGUAGES))
    for name, piece in HOSTILE_PIECES.items():
        endless = (piece * 65_536)[:65_536]
        just_within = (piece * MAXIMUM_HEADER_LENGTH)[: MAXIMUM_HEADER_LENGTH - 1] + ","
        yield f"64 KB of {name}", cold(partial(negotiate, endless))
        yield f"4 KB of {name}", cold(partial(negotiate, just_within))
    for name, pattern in HOSTILE_TAGS.items():
        yield f"{MAXIMUM_RANGES} tags {name}", cold(partial(negotiate, fifty_tags(pattern)))


def main() -> None:
    registry()
    print(f"A language chosen among {len(LANGUAGES)}: microseconds of CPU")
    for name, cost in costs():
        print(f"{cost:10.2f}  {name}")


if __name__ == "__main__":
    main()
