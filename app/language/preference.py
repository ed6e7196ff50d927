"""What a client's ranges say, ready to be asked about one tag after the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.language.distance import Nearness, distance_in_writing
from app.language.likely import FullTag, full_tag
from app.language.names import fallback_names, names_of
from app.language.ranges import LanguageRange


@dataclass(frozen=True, slots=True)
class Wish:
    """A range that is not ``*``. ``place`` counts from the heaviest and earliest; a refusal's is 0."""

    range: str
    quality: int
    place: int


@dataclass(frozen=True, slots=True)
class Preference:
    """The mappings lead from what a range is called: ``covering`` to ranges and refusals alike, ``cut_down``
    from what lookup makes of a range.
    """

    wishes: Sequence[Wish]
    covering: Mapping[str, Wish]
    cut_down: Mapping[str, Wish]
    wildcard: LanguageRange | None
    neighbours: Sequence[tuple[Wish, FullTag, Mapping[str, int]]]
    """The wishes again, in full, with the distances of the languages paired with theirs."""
    distance_of_others: int
    cut_off: int

    def most_specific(self, names: Iterable[str]) -> Wish | None:
        """``names`` from the most to the least specific."""
        for name in names:
            if name in self.covering:
                return self.covering[name]
        return None

    def near(self, supported: FullTag) -> Iterator[tuple[int, Wish]]:
        """The wishes that are near enough to a language, with their distance."""
        for wish, desired, languages in self.neighbours:
            distance = languages.get(supported.language, self.distance_of_others)
            if distance < self.cut_off:
                distance += distance_in_writing(desired, supported)
                if distance < self.cut_off:
                    yield distance, wish


def read_preference(ranges: Sequence[LanguageRange], nearness: Nearness) -> Preference:
    united = _united(one for one in ranges if one.range != "*")
    wanted = sorted((one for one in united if one.quality), key=lambda one: -one.quality)
    wishes = [Wish(one.range, one.quality, place) for place, one in enumerate(wanted)]
    refusals = [Wish(one.range, 0, 0) for one in united if not one.quality]
    return Preference(
        wishes,
        covering=_covering([*reversed(wishes), *refusals]),
        cut_down={name: wish for wish in reversed(wishes) for name in fallback_names(wish.range)},
        wildcard=next((one for one in ranges if one.range == "*"), None),
        neighbours=[
            (wish, full, nearness.distances(full.language))
            for wish in wishes
            if (full := full_tag(wish.range))
        ],
        distance_of_others=nearness.distance_of_others,
        cut_off=nearness.cut_off,
    )


def _united(ranges: Iterable[LanguageRange]) -> list[LanguageRange]:
    """Two ranges with one canonical form count like one that is there twice."""
    by_name: dict[str, LanguageRange] = {}
    for one in ranges:
        names = names_of(one.range)
        name = names.with_extensions[0] if names.with_extensions and not one.quality else names.own[0]
        earlier = by_name.get(name, one)
        quality = max(earlier.quality, one.quality) if earlier.quality and one.quality else 0
        by_name[name] = LanguageRange(earlier.range, quality)
    return list(by_name.values())


def _covering(wishes: Iterable[Wish]) -> dict[str, Wish]:
    """The last one counts. What a client wrote comes before what it means with the script written out."""
    written: dict[str, Wish] = {}
    spelled_out: dict[str, Wish] = {}
    for wish in wishes:
        names = names_of(wish.range)
        written[wish.range] = wish
        if names.with_extensions and not wish.quality:
            written[names.with_extensions[0]] = wish
        else:
            written[names.own[0]] = wish
            spelled_out[names.own[-1]] = wish
    return spelled_out | written
