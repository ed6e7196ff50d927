"""What a judge of HTTP says: a note of httplint's, by its name and by what it is about."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from httplint import Note, levels

from tests.contracts.outside_judges.requests import Asked

ACCEPTED: Mapping[tuple[str, str], str] = {
    ("CSP_UNSAFE_INLINE", "field-content-security-policy"): (
        "Said of style-src too: Swagger UI writes style attributes. Inline scripts are forbidden."
    ),
    ("STATUS_BAD_REQUEST", ""): "Said of every 400; ours come of requests that deserve it.",
    ("REQUEST_HDR_IN_RESPONSE", '"Accept-Encoding" isn\'t valid in a response.'): (
        "It is in a 415 that is due to the content's coding (RFC 9110 section 12.5.3)."
    ),
}
"""Why a note of level BAD or WARN is no fault."""


class Complaints:
    """Where each note of level BAD or WARN was made."""

    def __init__(self) -> None:
        self._made: defaultdict[tuple[str, str], list[str]] = defaultdict(list)

    def hear(self, asked: Asked, status: int | None, notes: Iterable[Note]) -> None:
        for note in notes:
            if note.level in (levels.BAD, levels.WARN):
                about = f"{status} {asked.method} {asked.address} {str(asked.headers)[:60]}: {note.summary}"
                self._made[type(note).__name__, _subject(note)].append(about)
            self.hear(asked, status, note.subnotes)

    def about(self) -> Collection[tuple[str, str]]:
        return self._made.keys()

    def unaccepted(self) -> str:
        """A line for each note, with a few examples below it."""
        return "\n".join(
            "\n    ".join((f"{name} ({subject})", *where[:5]))
            for (name, subject), where in self._made.items()
            if (name, subject) not in ACCEPTED
        )


def _subject(note: Note) -> str:
    """A place among the header's fields says nothing: the summary names the field."""
    return str(note.summary) if note.subject.startswith("offset-") else note.subject
