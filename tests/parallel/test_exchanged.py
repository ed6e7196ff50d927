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


def test_two_paragraphs_far_apart_that_changed_places_have_moved_and_nothing_else() -> None:
    """Either would pass for a translation of what should stand there: as long, with the same numbers."""
    source = (
        "The weather was bad.",
        "In 1998 the mayor opened a hospital with 40 beds.",
        "Two bridges were closed.",
        "Pupils were taught at home.",
        "In 1998 the city built a new dike of 40 metres.",
        "It went on raining.",
    )
    target = (
        "Het weer was slecht.",
        "In 1998 bouwde de stad een nieuwe dijk van 40 meter.",
        "Twee bruggen gingen dicht.",
        "Leerlingen kregen thuis les.",
        "In 1998 opende de burgemeester een hospitaal met 40 bedden.",
        "Het bleef regenen.",
    )
    pairs = align(paragraphs(source), paragraphs(target), "en", "nl")
    assert [(each.source[0].block, each.target[0].block, each.type) for each in pairs] == [
        ("b0", "b0", "1-1"), ("b1", "b4", "moved"), ("b2", "b2", "1-1"),
        ("b3", "b3", "1-1"), ("b4", "b1", "moved"), ("b5", "b5", "1-1"),
    ]  # fmt: skip


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


def test_of_two_that_changed_places_the_one_with_few_words_goes_where_the_other_left_room() -> None:
    source = (
        "The weather was bad.",
        "All came.",
        "In Ottawa two bridges were closed.",
        "Pupils of 12 schools were taught at home.",
        "Minister Peter Johnson visited Montreal and Toronto in 2019.",
        "Hospitals in Vancouver had no water for 36 hours.",
        "In 1998 mayor Anna Karlsson opened a hospital with 40 beds in Rotterdam.",
        "It went on raining in Utrecht.",
    )
    target = (
        "Het weer was slecht.",
        "In 1998 opende burgemeester Anna Karlsson in Rotterdam een hospitaal met 40 bedden.",
        "In Ottawa gingen twee bruggen dicht.",
        "Leerlingen van 12 scholen kregen thuis les.",
        "Minister Peter Johnson bezocht Montreal en Toronto in 2019.",
        "Ziekenhuizen in Vancouver hadden 36 uur geen water.",
        "Niemand bleef weg.",
        "In Utrecht bleef het regenen.",
    )
    pairs = align(paragraphs(source), paragraphs(target), "en", "nl")
    assert {(each.source[0].block, each.target[0].block) for each in pairs if each.type == "moved"} == {
        ("b1", "b6"), ("b6", "b1"),
    }  # fmt: skip
    assert not [each for each in pairs if each.type in {"missing", "added"}]


def test_what_is_left_out_where_nothing_came_from_is_missing() -> None:
    source, target = ENGLISH[1::2], DUTCH[1::2]
    pairs = align(paragraphs(source), paragraphs((target[3], target[1], target[2])), "en", "nl")
    assert ("b0", "missing") in {(each.source[0].block, each.type) for each in pairs if each.source}
