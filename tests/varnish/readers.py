"""Requests as a site of many readers gets them: what browsers, phones and programs send."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

REGIONS = {
    "ar": "EG SA", "bg": "BG", "cs": "CZ", "da": "DK", "de": "DE AT CH", "el": "GR", "es": "ES MX AR CO",
    "fi": "FI", "fr": "FR BE CA CH", "he": "IL", "hi": "IN", "hu": "HU", "id": "ID", "it": "IT CH",
    "ja": "JP", "ko": "KR", "nb": "NO", "nl": "NL BE", "pl": "PL", "pt": "BR PT", "ro": "RO", "ru": "RU",
    "sv": "SE", "th": "TH", "tr": "TR", "uk": "UA", "vi": "VN", "zh": "CN TW HK",
}  # fmt: skip
BY_READERS = (
    "en", "de", "fr", "nl", "es", "pt", "ru", "ja", "zh", "it", "pl", "tr", "ar", "sv", "ko", "da", "nb",
    "fi", "cs", "uk", "hu", "ro", "el", "he", "th", "vi", "id", "bg", "hi",
)  # fmt: skip
"""The languages from the most to the fewest readers."""
TEMPLATES = (
    "{tag},{language};q=0.9,en-US;q=0.8,en;q=0.7",
    "{tag},{language};q=0.9",
    "{tag}",
    "{language},en-US;q=0.7,en;q=0.3",
    "{tag},{language};q=0.8,en-US;q=0.5,en;q=0.3",
    "{language}",
    "{tag},{language};q=0.5",
    "{tag},en;q=0.9,*;q=0.5",
    "en-US,en;q=0.9,{tag};q=0.8,{language};q=0.7",
    "{tag}, {language}; q=0.9, *; q=0.5",
    "{tag},{language};q=0.9,en;q=0.8,nl;q=0.7",
    "{tag},{language};q=0.9,en;q=0.8,de;q=0.7,fr;q=0.6",
)
ENGLISH = (
    "en-US,en;q=0.9", "en-GB,en;q=0.9", "en-US,en;q=0.5", "en-GB,en-US;q=0.9,en;q=0.8", "en-US", "en", "*",
    "en-CA,en;q=0.9,fr-CA;q=0.8,fr;q=0.7", "en-AU,en;q=0.9", "en-IN,en;q=0.9,hi;q=0.8",
)  # fmt: skip
ODD = (
    "nl;q=0, en", "fr, en;q=0", "de-DE, *;q=0.1", "$$", "en_US", "nl_NL, nl;q=0.8", "lb, de;q=0.4",
    "fr;q=0.3, nl;q=0.9, de;q=0.6", "nl, de;q=0.9, *;q=0", "i-klingon, fy;q=0.9", "NL-nl,NL;Q=0.9",
    "de-AT, de;q=0.1, fr;q=0.9",
)  # fmt: skip
ENCODINGS = {
    "gzip, deflate, br, zstd": 75,
    "gzip, deflate, br": 19,
    "gzip, deflate": 3,
    None: 2,
    "gzip;q=1.0, identity;q=0.5, *;q=0": 1,
}
"""With how many in a hundred send them."""


@dataclass(frozen=True, slots=True)
class Reading:
    address: str
    headers: tuple[tuple[str, str], ...]

    @property
    def languages(self) -> str:
        return dict(self.headers).get("Accept-Language", "")


def accept_languages() -> list[str]:
    """Distinct, the most frequent first."""
    tags = sorted(
        ((f"{language}-{region}", language) for language in REGIONS for region in REGIONS[language].split()),
        key=lambda pair: BY_READERS.index(pair[1]),
    )
    common = [
        template.format(tag=tag, language=language) for template, (tag, language) in product(TEMPLATES, tags)
    ]
    common.sort(key=lambda header: BY_READERS.index(header[:2]))
    return list(dict.fromkeys([*ENGLISH, *common, *ODD]))


def readings(addresses: Sequence[str], number: int, seed: int) -> Iterator[Reading]:
    chance = random.Random(seed)
    headers = accept_languages()
    weights = [1 / (place + 10) for place in range(len(headers))]
    for language in chance.choices(headers, weights, k=number):
        coding = chance.choices(list(ENCODINGS), list(ENCODINGS.values()))[0]
        given = {"Accept-Language": language, "Accept-Encoding": coding, "Accept": "*/*"}
        yield Reading(
            chance.choice(addresses),
            tuple((name, value) for name, value in given.items() if value is not None),
        )
