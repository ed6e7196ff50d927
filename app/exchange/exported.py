"""What both texts said when a file was made, beside what they say now."""

from dataclasses import dataclass

from app.parallel.segments import segments_of
from app.parallel.side import Side


@dataclass(frozen=True, slots=True)
class Exported:
    """Segments and credits of the translation ``then`` and ``now``, and segments of the ``source`` then.

    ``translation`` is the whole of it then. None where the file names no revision that is stored.
    """

    source: frozenset[str] | None
    then: frozenset[str] | None
    now: frozenset[str]
    translation: Side | None

    def is_left(self, target: str, language: str) -> bool:
        """Whether a unit is as it was exported, so that it is nobody's work."""
        return self.then is not None and bool(target) and _stands(target, language, self.then)

    def is_changed(self, target: str, language: str) -> bool:
        """Whether it is that, and somebody else has changed what stood there."""
        return self.is_left(target, language) and not _stands(target, language, self.now)


def _stands(text: str, language: str, texts: frozenset[str]) -> bool:
    return text in texts or texts.issuperset(each.text for each in segments_of("", "list", text, language))
