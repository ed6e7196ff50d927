"""Names that are all at hand, looked up as those of a database are."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from app.gazetteer.keys import opening
from app.gazetteer.names import Name
from app.gazetteer.openings import Openings


class LookupIn:
    def __init__(self, names: Iterable[Name]) -> None:
        self._by_opening: dict[str, list[Name]] = {}
        for name in names:
            self._by_opening.setdefault(opening(name.text), []).append(name)

    @property
    def all_openings(self) -> Collection[str]:
        return self._by_opening.keys()

    def openings(self, languages: Sequence[str], more: Iterable[str]) -> Openings:  # noqa: ARG002  # of all: they are few
        return Openings([*self._by_opening, *more])

    def names(self, openings: Sequence[str], languages: Sequence[str]) -> Iterator[tuple[str, Name]]:
        wanted = set(languages)
        return (
            (one, name)
            for one in openings
            for name in self._by_opening.get(one, ())
            if name.language in wanted
        )
