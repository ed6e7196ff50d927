from itertools import accumulate

from app.parallel.alignment import align
from app.parallel.segments import Segment

ENGLISH = (
    "The weather", "It rained in Ottawa for three days, and the river rose by 40 centimetres.",
    "Schools", "Pupils of 12 schools were taught at home until Friday.",
    "Safety", "Firefighters closed two bridges after an inspection.",
    "The future", "The city wants to build a new dike before 2030.",
)  # fmt: skip
DUTCH = (
    "Het weer", "Het regende drie dagen in Ottawa, en de rivier steeg met 40 centimeter.",
    "Scholen", "Leerlingen van 12 scholen kregen tot vrijdag thuis les.",
    "Veiligheid", "Brandweerlieden sloten na een inspectie twee bruggen.",
    "De toekomst", "De stad wil voor 2030 een nieuwe dijk bouwen.",
)  # fmt: skip


def sections(texts: tuple[str, ...]) -> list[Segment]:
    """A heading and a paragraph each."""
    return [
        Segment(f"b{n}.1", f"b{n}", "paragraph" if n % 2 else "heading", 0, len(text), text)
        for n, text in enumerate(texts)
    ]


def moved(target: tuple[str, ...]) -> set[tuple[str, str]]:
    pairs = align(sections(ENGLISH), sections(target), "en", "nl")
    return {(pair.source[0].text, pair.target[0].text) for pair in pairs if pair.type == "moved"}


def test_headings_that_stand_above_each_others_text_have_moved() -> None:
    exchanged = (DUTCH[6], *DUTCH[1:6], DUTCH[0], DUTCH[7])
    assert moved(exchanged) == {("The weather", "Het weer"), ("The future", "De toekomst")}


def test_headings_above_their_own_text_have_not() -> None:
    assert moved(DUTCH) == set()


def test_of_two_neighbouring_paragraphs_that_changed_places_the_shorter_has_moved() -> None:
    source, target = ENGLISH[1::2], DUTCH[1::2]
    pairs = align(paragraphs(source), paragraphs((target[0], target[2], target[1], target[3])), "en", "nl")
    assert {(each.source[0].text, each.type) for each in pairs} == {
        (source[0], "1-1"), (source[1], "1-1"), (source[2], "moved"), (source[3], "1-1"),
    }  # fmt: skip


def test_of_sentences_of_one_paragraph_that_changed_places_none_has_moved() -> None:
    source, target = ENGLISH[1::2], DUTCH[1::2]
    exchanged = sentences((target[0], target[2], target[1], target[3]))
    assert {each.type for each in align(sentences(source), exchanged, "en", "nl")} == {"1-1"}


def paragraphs(texts: tuple[str, ...]) -> list[Segment]:
    return [Segment(f"b{n}.1", f"b{n}", "paragraph", 0, len(text), text) for n, text in enumerate(texts)]


def sentences(texts: tuple[str, ...]) -> list[Segment]:
    """Of one paragraph."""
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    return [
        Segment(f"b1.{n}", "b1", "paragraph", start, start + len(text), text)
        for n, (start, text) in enumerate(zip(starts, texts, strict=False))
    ]
