"""A name of another version in a text whose script has no capitals, found by its sound."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from app.gazetteer.discovery.agreement import ALIKE_WITHOUT_CAPITALS, likeness
from app.gazetteer.discovery.passages import Passage, Span
from app.gazetteer.discovery.sounds import coarse, sounds
from app.language.likely import full_tag

CASELESS = frozenset({"Arab", "Beng", "Deva", "Geor", "Gujr", "Hebr", "Jpan", "Kore", "Taml", "Telu"})
"""Scripts that write foreign names by their sound, with something between their words."""
CASED = frozenset({"Armn", "Cyrl", "Grek", "Latn"})
FEWEST_SOUNDS = 5
_COARSE = frozenset({"Hebr", "Jpan", "Kore"})

# Foreign names are Katakana, their parts divided by a dot or a double hyphen.
_KATAKANA = re.compile(r"[ァ-ヺー]+")
_WORD = re.compile(
    r"[^\W\d_](?:(?:[\w'’״׳\u064b-\u0652\u0900-\u0dff]|(?<=[א-ת])\"(?=[א-ת]))*[\w\u0900-\u0dff])?"
)
_BETWEEN_KATAKANA = frozenset("・＝=･·")
_BETWEEN = frozenset(" \u00a0-־‑–")
# "And", "in", "to", "as" are written as one letter in front of a word.
_PROCLITICS = {"Arab": "وفبلك", "Hebr": "ובלמשכה"}
_SHORTEST_HOST = 4
# Korean's particles stand behind a word without a space; the longest first.
_PARTICLES = (
    "으로부터", "에게서", "이라고", "으로", "에서", "에게", "께서", "한테", "부터", "까지", "보다", "처럼",
    "라고", "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "로", "도", "만",
)  # fmt: skip


class Listening:
    """The words of a version, by the sound that they begin with."""

    def __init__(self, language: str, passages: Sequence[Passage]) -> None:
        self._script = script_of(language)
        self._hear = _coarsely if self._script in _COARSE else sounds
        self._words = [(passage, self._find_words(passage.text)) for passage in passages]
        self._by_sound: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for number, (_, words) in enumerate(self._words):
            for index, word in enumerate(words):
                for cut in self._proclitics(word.group()):
                    self._by_sound[self._hear(word.group()[cut:])[:1]].append((number, index, cut))

    def find(self, name: Sequence[str]) -> Iterator[tuple[Passage, Span]]:
        """Where as many words stand as ``name`` has that sound like them, one by one."""
        if sum(len(sounds(word)) for word in name) < FEWEST_SOUNDS:
            return
        best: dict[tuple[int, int], tuple[float, Span]] = {}
        for number, index, cut in self._by_sound.get(self._hear(name[0])[:1], ()):
            found = self._heard(name, number, index, cut)
            if found and found[0] > best.get((number, index), (0.0,))[0]:
                best[number, index] = found
        for (number, _), (_, span) in sorted(best.items()):
            yield self._words[number][0], span

    def _find_words(self, text: str) -> list[re.Match[str]]:
        return list((_KATAKANA if self._script == "Jpan" else _WORD).finditer(text))

    def _proclitics(self, word: str) -> Iterator[int]:
        """How many letters to leave out in front: none, or one."""
        yield 0
        if len(word) > _SHORTEST_HOST and word[0] in _PROCLITICS.get(self._script, ""):
            yield 1

    def _heard(self, name: Sequence[str], number: int, index: int, cut: int) -> tuple[float, Span] | None:
        passage, words = self._words[number]
        chosen = words[index : index + len(name)]
        between = _BETWEEN_KATAKANA if self._script == "Jpan" else _BETWEEN
        if len(chosen) < len(name) or not all(
            passage.text[a.end() : b.start()] in between for a, b in pairwise(chosen)
        ):
            return None
        start = chosen[0].start() + cut
        heard = [chosen[0].group()[cut:], *(word.group() for word in chosen[1:])]
        alike = likeness(name, heard, self._hear)
        if alike < ALIKE_WITHOUT_CAPITALS:
            return None
        return alike, Span(start, chosen[-1].end() - self._particle(name, heard, alike))

    def _particle(self, name: Sequence[str], heard: Sequence[str], alike: float) -> int:
        """How many letters at its end are a particle, without which the name is as like or more."""
        if self._script != "Kore":
            return 0
        last = heard[-1]
        particle = next((each for each in _PARTICLES if last.endswith(each) and last != each), "")
        stem = last.removesuffix(particle)
        return len(particle) if likeness(name, [*heard[:-1], stem], self._hear) >= alike else 0


def is_caseless(language: str) -> bool:
    return script_of(language) in CASELESS


def has_capitals(language: str) -> bool:
    return script_of(language) in CASED


@cache
def script_of(language: str) -> str:
    tag = full_tag(language)
    return tag.script if tag else ""


def _coarsely(word: str) -> str:
    return coarse(sounds(word))
