import pytest

from app.parallel.checks.exchanged_names import exchanged_name_findings
from app.parallel.checks.sides import check_sides
from app.parallel.pairs import Pair
from app.parallel.side import Piece, Side
from app.parallel.text import KnownName

SOURCE = ("The convoy left Basra at dawn.", "Nobody in Basra slept.", "They spoke of Basra at night.")


def _laid(
    language: str, source: tuple[str, ...], target: tuple[str, ...], links: dict[str, str] | None = None
) -> tuple[Side, Side, list[Pair]]:
    """``links``: by name the place that it is linked to, on both sides."""
    there, here = (
        Side(
            tag,
            tuple(Piece(f"b{place}", "paragraph", text) for place, text in enumerate(texts)),
            {
                f"b{place}": [
                    KnownName(text.index(name), text.index(name) + len(name), f"place/{id_}")
                    for name, id_ in (links or {}).items()
                    if name in text
                ]
                for place, text in enumerate(texts)
            },
        )
        for tag, texts in (("en", source), (language, target))
    )
    pairs = [
        Pair((one,), (other,), "1-1", 1.0, {})
        for one, other in zip(there.segments(), here.segments(), strict=True)
    ]
    return there, here, pairs


def _found(
    language: str, source: tuple[str, ...], target: tuple[str, ...], links: dict[str, str] | None = None
) -> list[tuple[str, str]]:
    there, here, pairs = _laid(language, source, target, links)
    found = []
    for finding in exchanged_name_findings(there, here, pairs, None):
        (span,) = finding.target_spans
        assert here.texts[span.block or ""][span.start : span.end] == finding.evidence["target"]
        found.append((finding.evidence["source"], finding.evidence["target"]))
    return found


@pytest.mark.parametrize(
    ("language", "sentences", "expected"),
    [
        ("nl", ("Het konvooi verliet Basra.", "Niemand in Mosul sliep.", "Men sprak van Basra."), "Mosul"),
        ("fr", ("Le convoi a quitté Basra.", "Basra ne dormait pas.", "On parlait de Tikrit."), "Tikrit"),
    ],
)
def test_a_name_that_other_sentences_keep_was_exchanged_where_another_stands_for_it(
    language: str, sentences: tuple[str, ...], expected: str
) -> None:
    assert _found(language, SOURCE, sentences) == [("Basra", expected)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("nl", ("Het konvooi verliet Basra.", "Niemand daar sliep.", "Men sprak van Basra.")),
        ("nl", ("Het konvooi verliet Bassora.", "Niemand in Mosul sliep.", "Men sprak van Basra.")),
        ("de", ("Der Konvoi verließ Basra.", "Kein Einwohner schlief.", "Man sprach von Basra.")),
        ("nl", ("Het konvooi verliet Basra.", "Geen Basraan sliep.", "Men sprak van Basra.")),
    ],
)
def test_a_pronoun_a_noun_or_the_name_in_another_form_is_no_exchange(
    language: str, sentences: tuple[str, ...]
) -> None:
    assert _found(language, SOURCE, sentences) == []


def test_another_name_may_translate_what_else_has_a_capital() -> None:
    source = (SOURCE[0], "The Council forgot Basra.", SOURCE[2])
    target = ("Het konvooi verliet Basra.", "Zo vergat de Raad hen.", "Men sprak van Basra.")
    assert _found("nl", source, target) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Zij spraken in Toronto.", ["Toronto"]),
        ("de", "Sie trafen sich in Wien wieder.", ["Wien"]),
        ("ru", "Они встретились в Торонто.", ["Торонто"]),
        ("nl", "Wenen was waar zij spraken.", ["Wenen"]),  # CLDR knows it, wherever it stands
        ("nl", "Zij spraken in Kandahar.", []),
        ("ru", "Они встретились в Кандагаре.", []),
        ("nl", "Zij spraken daar.", []),
    ],
)
def test_a_linked_place_that_cldr_does_not_know_was_exchanged(
    language: str, text: str, expected: list[str]
) -> None:
    found = _found(language, ("They met in Kandahar to talk.",), (text,), {"Kandahar": "kandahar"})
    assert [target for _, target in found] == expected


def test_a_name_that_was_exchanged_is_told_once() -> None:
    source, target = ("They met in Ottawa to talk.",), ("Zij spraken in Toronto.",)
    sides = _laid("nl", source, target, {"Ottawa": "ottawa"})
    found = check_sides("a", *sides, {"place/ottawa": {"Ottawa"}})
    assert [each.finding.code for each in found] == ["name-mismatch"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("James zal zondag in Toronto spelen.", ["name-mismatch"]),
        ("James zal zondag in San Diego spelen.", []),
        ("James zal zondag in Sandiego spelen.", []),
        ("James zal zondag in de Verenigde Staten spelen.", []),
    ],
)
def test_a_town_of_many_names_is_said_by_none_that_only_begins_alike(
    target: str, expected: list[str]
) -> None:
    links = {"San Diego": "san-diego", "Toronto": "toronto", "Verenigde Staten": "united-states"}
    sides = _laid("nl", ("James will play in San Diego on Sunday.",), (target,), links)
    called = {"San Diego", "Sandiego", "Sankt Diego", "Zandiego", "San Dijego", "Spelunda"}
    found = check_sides("a", *sides, {"place/san-diego": called})
    assert [each.finding.code for each in found if each.finding.code == "name-mismatch"] == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Voor het vertrek van Zweden sprak zij.", ["name-mismatch"]),
        ("Voor het vertrek van Groot-Brittannië sprak zij.", []),
    ],
)
def test_a_country_put_for_one_that_is_abbreviated_is_told(target: str, expected: list[str]) -> None:
    links = {"UK": "united-kingdom", "Zweden": "sweden", "Groot-Brittannië": "united-kingdom"}
    sides = _laid("nl", ("Before the UK left she spoke.",), (target,), links)
    found = check_sides("a", *sides, {"place/united-kingdom": {"Groot-Brittannië", "VK"}})
    assert [each.finding.code for each in found] == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("She travelled through Iran by night.", ["name-mismatch"]),
        ("She travelled through Irak by night.", []),
        ("She travelled through Iraqi towns by night.", []),
    ],
)
def test_a_country_is_not_taken_for_one_that_is_spelt_like_it(target: str, expected: list[str]) -> None:
    source = Side(
        "nl",
        (Piece("b0", "paragraph", "Zij reisde 's nachts door Irak."),),
        {"b0": [KnownName(26, 30, "place/iraq")]},
    )
    here = Side("en", (Piece("b0", "paragraph", target),), {})
    pairs = [Pair(tuple(source.segments()), tuple(here.segments()), "1-1", 1.0, {})]
    found = exchanged_name_findings(source, here, pairs, {"place/iraq": {"Iraq", "Irak"}})
    assert [each.code for each in found] == expected


@pytest.mark.parametrize(
    ("language", "target", "expected"),
    [
        ("nl", "Victor Doering sprak er.", ["Victor Doering"]),
        ("de", "Nun sprach Victor Doering dort.", ["Victor Doering"]),
        ("nl", "Gisteren sprak men er.", []),
        ("de", "Gestern Abend sprach man dort.", []),
    ],
)
def test_a_full_name_begins_a_sentence_too_and_stands_in_german(
    language: str, target: str, expected: list[str]
) -> None:
    bijleveld = "person/ank-bijleveld"
    source = Side(
        "en",
        (Piece("b0", "paragraph", "Ank Bijleveld spoke there."),),
        {"b0": [KnownName(0, 13, bijleveld)]},
    )
    here = Side(language, (Piece("b0", "paragraph", target),), {})
    pairs = [Pair(tuple(source.segments()), tuple(here.segments()), "1-1", 1.0, {})]
    found = exchanged_name_findings(source, here, pairs, {bijleveld: {"Ank Bijleveld"}})
    assert [each.evidence["target"] for each in found] == expected
