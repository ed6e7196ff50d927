"""Whom the names at places in a text could mean, and which of them they do mean."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.gazetteer.entries import Entry
from app.gazetteer.keys import fold
from app.gazetteer.languages import UNDETERMINED
from app.gazetteer.matching import Span
from app.gazetteer.names import COUNTRIES, VERY_LARGE, Name, Referent

PUBLISHED = 0.5
"""What scores less is no mention."""

_TOLD = 0.95
_TOO_CLOSE = 0.0005
_HARDLY = 0.005

Scores = dict[Referent, tuple[float, Entry]]


@dataclass(slots=True)
class Reading:
    """Each who could be meant, with how likely that is and by which of the names.

    ``told``: those of whom what stands beside it says that one of them is meant; None where nothing does.
    """

    span: Span
    surface: str
    scores: Scores = field(default_factory=dict)
    told: frozenset[Referent] | None = None

    def add(self, value: float, entry: Entry) -> None:
        """Of several names of one the likeliest counts."""
        referent = entry.name.referent
        if referent not in self.scores or value > self.scores[referent][0]:
            self.scores[referent] = (value, entry)

    def referents(self, kinds: Iterable[str]) -> Sequence[Referent]:
        return [each for each in self.scores if each.kind in kinds]

    def tell(self, meant: Iterable[Referent]) -> None:
        """Whoever else has the name is out of the question."""
        self.told = frozenset(meant)
        self.scores = {
            each: (max(value, _TOLD), entry) if value > 0 else (value, entry)
            for each, (value, entry) in self.scores.items()
            if each in self.told
        }


def is_doubtful(reading: Reading) -> bool:
    """Whether a place could be meant, by a name of no known language, but too little says so here."""
    return (
        reading.told is None
        and all(value < PUBLISHED for value, _ in reading.scores.values())
        and any(entry.name.language == UNDETERMINED for _, entry in reading.scores.values())
    )


def chosen(reading: Reading, article: Mapping[str, Referent | None]) -> tuple[float, Entry] | None:
    """The likeliest; of a place the one that the whole article means. Where two are as likely, neither."""
    surface = fold(reading.surface)
    if reading.told is None and surface in article:
        meant = article[surface]
        known = _with_cities_for_regions(reading.scores)
        best = known.get(meant, reading.scores.get(meant)) if meant else None
    else:
        best = likeliest(reading.scores)
    is_other_thing = any(each.kind == "nothing" for each in reading.scores)
    if best is None or best[0] < PUBLISHED or best[1].name.referent.kind == "nothing":
        return None
    return None if is_other_thing and best[1].name.language == UNDETERMINED else best


def meant_throughout(readings: Iterable[Reading]) -> Mapping[str, Referent | None]:
    """Whom each surface of a place means in the article, where nothing beside it says otherwise.

    What is said to be a region once is so everywhere, and not the city of its name.
    """
    by_surface: dict[str, Scores] = {}
    regions: dict[str, Referent] = {}
    for reading in readings:
        if reading.told and all(each.kind == "region" for each in reading.told):
            regions[fold(reading.surface)] = next(iter(reading.told))
        together = by_surface.setdefault(fold(reading.surface), {})
        for referent, (value, entry) in reading.scores.items():
            if referent not in together or value > together[referent][0]:
                together[referent] = (value, entry)
    throughout = {
        surface: best[1].name.referent if (best := likeliest(scores)) else None
        for surface, scores in by_surface.items()
        if len(scores) > 1 and not any(each.kind in ("person", "nothing") for each in scores)
    }
    told = {
        surface: region
        for surface, region in regions.items()
        if surface in throughout and not any(each.kind in COUNTRIES for each in by_surface[surface])
    }
    return throughout | told


def likeliest(scores: Scores) -> tuple[float, Entry] | None:
    """Whom an editor calls so comes first. None where two are as likely."""
    if len(scores) == 1:
        [only] = scores.values()
        return only
    known = _with_cities_for_regions(_without_own_cities(scores))
    ordered = sorted(known.values(), key=_rank, reverse=True)
    if not ordered:
        return None
    if capital := _capital_beside(ordered):
        return capital
    if len(ordered) > 1 and _is_close(ordered[0], ordered[1]):
        return None
    return ordered[0]


def _capital_beside(ordered: Sequence[tuple[float, Entry]]) -> tuple[float, Entry] | None:
    """Where another city of the country is hardly likelier: Delhi shares names with New Delhi."""
    (best, entry), *others = ordered
    first = entry.name.referent
    return next(
        (
            (value, other)
            for value, other in others
            if other.name.referent.is_capital
            and first.kind == "city"
            and first.country == other.name.referent.country
            and best - value < _HARDLY
        ),
        None,
    )


def _rank(scored: tuple[float, Entry]) -> tuple[bool, float]:
    value, entry = scored
    return entry.name.by_editor and value >= PUBLISHED, value


def _is_close(best: tuple[float, Entry], second: tuple[float, Entry]) -> bool:
    return _rank(best)[0] == _rank(second)[0] and best[0] - second[0] < _TOO_CLOSE


def _without_own_cities(scores: Scores) -> Scores:
    """Where a country and a city of it have one name, it is the country's: Singapore, Mexico, Kuwait."""
    likely = {
        each.country for each, (value, _) in scores.items() if each.kind in COUNTRIES and value >= PUBLISHED
    }
    return {each: of for each, of in scores.items() if each.kind in COUNTRIES or each.country not in likely}


def _with_cities_for_regions(scores: Scores) -> Scores:
    """Where a region and a capital or very large city of the country have one name, it is the city's."""
    regions = {each.country: of for each, (of, _) in scores.items() if each.kind == "region"}
    if not regions:
        return scores
    cities = {
        each: (max(value, regions[each.country]), entry)
        for each, (value, entry) in scores.items()
        if each.country in regions and value > 0 and _outshines_region(entry.name)
    }
    outshone = {each.country for each in cities}
    others = {
        each: of for each, of in scores.items() if each.kind != "region" or each.country not in outshone
    }
    return others | cities


def _outshines_region(name: Name) -> bool:
    """A city's other names may be those of its region: ``Bahia`` for Salvador."""
    referent = name.referent
    is_very_large = name.kind == "label" and referent.has(VERY_LARGE)
    return referent.kind == "city" and (referent.is_capital or is_very_large)
