"""How often the checks of a pair of segments speak up, and how many planted faults they find.

python -m benchmarks.findings                 the table
python -m benchmarks.findings --sample 100    and so many findings to be read and judged
"""

import argparse
import os
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.parallel.checks.calendar_names import find_calendar_names
from app.parallel.checks.finding import Finding
from app.parallel.checks.number_words import cardinals
from app.parallel.checks.pairs import Expectations, check_texts
from app.parallel.checks.spelled_numbers import find_spelled_numbers
from app.parallel.digits import find_numbers
from app.parallel.folding import fold

CORPUS = Path(os.environ.get("DRAGOMAN_SHARED", "../shared")) / "corpus" / "ntrex"
SOURCE = "en"
LEFT = frozenset({"leftover-language", "leftover-word"})
_WORD = re.compile(r"(?<![\w'’-])[^\W\d_]{4,}(?![\w'’-])")
NOTHING = Expectations()
LANGUAGES = (
    "nl", "de", "fr", "es", "ru", "ar", "he", "hi", "ja", "zh-Hans", "ko", "th", "fi", "hu", "tr", "pl", "cs",
    "it", "pt-BR", "sv", "vi", "el", "uk", "fa",
)  # fmt: skip
JUDGED = ("number-mismatch", "date-missing", "weekday-missing")


@dataclass(frozen=True, slots=True)
class SegmentPair:
    source: str
    target: str
    language: str


@dataclass(slots=True)
class Planted:
    """Faults put into the targets, and those of them that were found."""

    put: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)


Fault = Callable[[SegmentPair, random.Random], str | None]


def segment_pairs(language: str) -> Iterator[SegmentPair]:
    for folder in sorted(CORPUS.iterdir()):
        sources = (folder / f"{SOURCE}.txt").read_text().splitlines()
        targets = (folder / f"{language}.txt").read_text().splitlines()
        for source, target in zip(sources, targets, strict=True):
            if source and target:
                yield SegmentPair(source, target, language)


def findings_of(pair: SegmentPair, expectations: Expectations = NOTHING) -> list[Finding]:
    return list(check_texts(pair.source, pair.target, SOURCE, pair.language, expectations))


def digit_changed(pair: SegmentPair, chance: random.Random) -> str | None:
    digits = [match.start() for match in re.finditer(r"\d", pair.target)]
    if not digits:
        return None
    place = chance.choice(digits)
    base = ord(pair.target[place]) - int(pair.target[place])
    other = chance.choice([digit for digit in range(1, 10) if digit != int(pair.target[place])])
    return f"{pair.target[:place]}{chr(base + other)}{pair.target[place + 1 :]}"


def number_dropped(pair: SegmentPair, chance: random.Random) -> str | None:
    """One that the source has in digits too."""
    in_source = {value for number in find_numbers(fold(pair.source), SOURCE) for value in number.values}
    folded = fold(pair.target)
    numbers = [
        number
        for number in find_numbers(folded, pair.language)
        if in_source.intersection(number.values) and not {0, 1}.intersection(number.values)
    ]
    if not numbers:
        return None
    number = chance.choice(numbers)
    start, end = folded.span(number.start, number.end)
    return pair.target[:start] + pair.target[end:]


def number_word_changed(pair: SegmentPair, chance: random.Random) -> str | None:
    """One that the source has in words too, made one more."""
    in_source = {number.values for number in find_spelled_numbers(fold(pair.source), SOURCE)}
    folded = fold(pair.target)
    numbers = [number for number in find_spelled_numbers(folded, pair.language) if number.values in in_source]
    if not numbers:
        return None
    number = chance.choice(numbers)
    start, end = folded.span(number.start, number.end)
    more = number.parts[0] + 1
    for form in cardinals(more, pair.language):
        target = f"{pair.target[:start]}{form}{pair.target[end:]}"
        if any(each.parts == (more,) for each in find_spelled_numbers(fold(target), pair.language)):
            return target
    return None


def weekday_dropped(pair: SegmentPair, chance: random.Random) -> str | None:
    """Where both sides name the day in CLDR's form."""
    days = {name.index for name in find_calendar_names(fold(pair.source), SOURCE, "weekday")}
    folded = fold(pair.target)
    named = [name for name in find_calendar_names(folded, pair.language, "weekday") if name.index in days]
    if not named:
        return None
    index = chance.choice(named).index
    target = pair.target
    for name in sorted(named, key=lambda name: -name.start):
        if name.index == index:
            start, end = folded.span(name.start, name.end)
            target = target[:start] + target[end:]
    return target


def word_left(pair: SegmentPair, chance: random.Random) -> str | None:
    """One of the source that the translation has not, for one of the translation; no names."""
    own = {word[0] for word in _WORD.finditer(pair.target)}
    left = [word[0] for word in _WORD.finditer(pair.source) if word[0].islower() and word[0] not in own]
    places = [word for word in _WORD.finditer(pair.target) if word[0].islower()]
    if not left or not places:
        return None
    place = chance.choice(places)
    return f"{pair.target[: place.start()]}{chance.choice(left)}{pair.target[place.end() :]}"


# The digit may be a month's: 12月.
FAULTS: dict[str, tuple[Fault, frozenset[str]]] = {
    "digit": (digit_changed, frozenset({"number-mismatch", "date-missing"})),
    "number": (number_dropped, frozenset({"number-mismatch"})),
    "word": (number_word_changed, frozenset({"number-mismatch"})),
    "weekday": (weekday_dropped, frozenset({"weekday-missing"})),
    "left": (word_left, LEFT),
}


def plant(pairs: Sequence[SegmentPair], chance: random.Random) -> Planted:
    """Only where the check is silent before."""
    planted = Planted()
    for pair in pairs:
        said = {finding.code for finding in findings_of(pair)}
        for name, (fault, codes) in FAULTS.items():
            target = fault(pair, chance) if not said & codes else None
            if target is not None:
                findings = findings_of(SegmentPair(pair.source, target, pair.language))
                planted.put[name] += 1
                planted.found[name] += any(finding.code in codes for finding in findings)
    return planted


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--codes", nargs="*", default=JUDGED)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)  # noqa: S311 - no secret
    said: list[tuple[SegmentPair, Finding]] = []
    total = Planted()
    columns = [*arguments.codes, "ms a pair", *FAULTS]
    print("| language | pairs | " + " | ".join(columns) + " |")
    print("|---" + "|--:" * (len(columns) + 1) + "|")
    for language in arguments.languages:
        pairs = list(segment_pairs(language))
        started = time.process_time()
        findings = [(pair, finding) for pair in pairs for finding in findings_of(pair)]
        milliseconds = (time.process_time() - started) / len(pairs) * 1000
        said += [(pair, finding) for pair, finding in findings if finding.code in arguments.codes]
        planted = plant(pairs, chance)
        total.put += planted.put
        total.found += planted.found
        codes = Counter(finding.code for _, finding in findings)
        rates = [f"{codes[code] / len(pairs):.2%}" for code in arguments.codes]
        cells = [language, str(len(pairs)), *rates, f"{milliseconds:.2f}", *recall(planted)]
        print("| " + " | ".join(cells) + " |")
    print("| all |" + " |" * (len(arguments.codes) + 2) + " " + " | ".join(recall(total)) + " |")
    for pair, finding in chance.sample(said, min(arguments.sample, len(said))):
        print(f"\n{pair.language} {finding.code} {dict(finding.evidence)}\n  {pair.source}\n  {pair.target}")


def recall(planted: Planted) -> list[str]:
    return [f"{planted.found[name] / planted.put[name]:.3f}" if planted.put[name] else "–" for name in FAULTS]


if __name__ == "__main__":
    main()
