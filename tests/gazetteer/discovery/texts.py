"""Made-up versions of an article to search for names."""

from app.gazetteer.discovery.passages import Known, Passage, Span, Version
from app.gazetteer.discovery.propose import Proposed, propose


def version(language: str, *texts: str, walls: tuple[str, ...] = (), places: tuple[str, ...] = ()) -> Version:
    """``walls`` and ``places`` are what is known; all that stand in the texts are mentions."""
    return Version(
        language,
        tuple(
            Passage(
                f"b{number}",
                text,
                tuple(
                    Known(Span(start, start + len(name)), is_wall)
                    for names, is_wall in ((walls, True), (places, False))
                    for name in names
                    if (start := text.find(name)) >= 0
                ),
            )
            for number, text in enumerate(texts)
        ),
    )


def proposed(*versions: Version) -> dict[str, Proposed]:
    """By label in the first version's language."""
    first = versions[0].language
    return {each.labels[first]: each for each in propose(versions, first)}
