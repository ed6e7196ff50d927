import pytest

from app.parallel.alignment import align
from app.parallel.encoder import covers, installed_encoder
from app.parallel.pairs import Pair
from app.parallel.text import KnownName
from tests.parallel.texts import lines, ottawa_segments

# Read side by side: how the sentences begin, in the order of the Dutch text.
OTTAWA_GOLD = [
    ("Anti-ISIS-coalitie", "Anti-ISIS coalition"),
    ("De internationale", "The international"),
    ("Over de inspanningen", "Minister of Defence Ank"),
    ("Nu de militaire", "Now that the military"),
    ("Daarom spraken", "That is why the attendees"),
    ("Vlnr: De", "Left to right"),
    ("Afrekenen met", "Eradicating the"),
    ("Bijleveld: “Ik", '"I am proud'),
    ("Ik verwacht", "I also expect"),
    ("We moeten", "We must realize"),
    ("Zelfs niet", "Even so"),
    ("De Defensieministers", "The Defence Ministers"),
    ("Bijleveld: “Voor", "Minister Bijleveld comments"),
    ("Na het militaire", "After the military"),
    ("Daarom blijft", "That is why the Netherlands"),
    ("Toekomst", None),
    ("Voor een bestendige", "For a lasting"),
    ("Denk daarbij", "This includes"),
    ("Maar ook", "But diplomatic"),
    ("De Canadese", "Canadian Minister"),
    ("Op de agenda", "The agenda"),
    ("Nederland draagt", "The Netherlands contributes"),
    ("Ook zijn 4", "Also four"),
    ("De inzet", "The deployment"),
]


def types(pairs: tuple[Pair, ...]) -> list[tuple[str, list[str], list[str]]]:
    return [(pair.type, [s.id for s in pair.source], [t.id for t in pair.target]) for pair in pairs]


@pytest.mark.parametrize("with_encoder", [False, True])
def test_the_real_pair_is_aligned_without_a_wrong_pair(with_encoder: bool) -> None:
    encoder = installed_encoder() if with_encoder else None
    if with_encoder and encoder is None:
        pytest.skip("the extra `encoder` is not installed")
    pairs = align(ottawa_segments("nl"), ottawa_segments("en"), "nl", "en", encoder=encoder)
    found = {pair.source[0].text: pair for pair in pairs}
    assert len(pairs) == len(found) == len(OTTAWA_GOLD)
    for dutch, english in OTTAWA_GOLD:
        (pair,) = [pair for text, pair in found.items() if text.startswith(dutch)]
        assert len(pair.source) == 1
        assert [each.text[: len(english or "")] for each in pair.target] == ([english] if english else [])


def test_a_caption_pairs_with_the_caption_wherever_it_stands() -> None:
    caption = lines("Left to right: James Mattis and Harjit Sajjan in Ottawa.", kind="caption")
    bildzeile = lines("Von links: James Mattis und Harjit Sajjan in Ottawa.", kind="caption")
    body = lines("James Mattis spoke in Ottawa on Monday.", "Harjit Sajjan thanked 12 colleagues.")
    text = lines("James Mattis sprach am Montag in Ottawa.", "Harjit Sajjan dankte 12 Kollegen.")
    pairs = align([*caption, *body], [*text, *bildzeile], "en", "de")
    assert {(pair.source[0].id, pair.target[0].id) for pair in pairs} == {
        ("caption0.1", "caption0.1"), ("paragraph0.1", "paragraph0.1"), ("paragraph1.1", "paragraph1.1"),
    }  # fmt: skip


ENGLISH = (
    "James Mattis met Harjit Sajjan in Ottawa on 6 December 2018.",
    "They spoke about Baghdad and Erbil for 90 minutes.",
    "Angela Merkel sent 250 soldiers to Afghanistan.",
    "Emmanuel Macron paid 4.5 million euros to Lebanon.",
    "Vladimir Putin did not want to comment on Syria.",
)
RUSSIAN = (
    "Джеймс Мэттис встретился с Харджитом Саджаном в Оттаве 6 декабря 2018 года.",
    "Они говорили о Багдаде и Эрбиле 90 минут.",
    "Ангела Меркель отправила 250 солдат в Афганистан.",
    "Эммануэль Макрон выплатил Ливану 4,5 миллиона евро.",
    "Владимир Путин не захотел комментировать ситуацию в Сирии.",
)


def test_scripts_are_no_border() -> None:
    pairs = align(lines(*ENGLISH), lines(*RUSSIAN), "en", "ru")
    assert [pair.type for pair in pairs] == ["1-1"] * 5
    assert pairs[2].evidence["numbers"] > 0
    assert pairs[2].evidence["names"] > 0


def test_what_was_left_out_is_missing_and_the_other_way_round_added() -> None:
    short = [each for each in lines(*RUSSIAN) if each.id != "paragraph2.1"]
    forth = align(lines(*ENGLISH), short, "en", "ru")
    back = align(short, lines(*ENGLISH), "ru", "en")
    assert ("missing", ["paragraph2.1"], []) in types(forth)
    assert types(back)[2] == ("added", [], ["paragraph2.1"])


def test_two_paragraphs_made_one_are_a_pair_of_two_with_one() -> None:
    merged = lines(RUSSIAN[0], f"{RUSSIAN[1]} {RUSSIAN[2]}", *RUSSIAN[3:])
    assert [pair.type for pair in align(lines(*ENGLISH), merged, "en", "ru")] == ["1-1", "n-1", "1-1", "1-1"]
    assert [pair.type for pair in align(merged, lines(*ENGLISH), "ru", "en")] == ["1-1", "1-n", "1-1", "1-1"]


def test_a_sentence_that_went_to_the_front_has_moved() -> None:
    english = ottawa_segments("en")
    (chairs,) = [each for each in english if each.text.startswith("Canadian Minister")]
    english.remove(chairs)
    english.insert(1, chairs)
    pairs = align(ottawa_segments("nl"), english, "nl", "en")
    (moved,) = [pair for pair in pairs if pair.type == "moved"]
    assert moved.target == (chairs,)
    assert moved.source[0].text.startswith("De Canadese minister")
    assert sorted(pair.type for pair in pairs if pair is not moved) == ["1-1"] * 22 + ["missing"]


SHORT_ENGLISH = (
    "The river rose by two metres during the night.",
    "The baker lost his oven and all his flour.",
    "Children slept in the church until morning.",
    "The bridge will be closed for a month.",
    "The council wants to build a higher wall.",
)
SHORT_GERMAN = (
    "Der Fluss stieg in der Nacht um zwei Meter.",
    "Der Bäcker verlor seinen Ofen und sein ganzes Mehl.",
    "Kinder schliefen bis zum Morgen in der Kirche.",
    "Die Brücke bleibt einen Monat lang gesperrt.",
    "Der Rat will eine höhere Mauer bauen.",
)
SHORT_JAPANESE = (
    "川は夜の間に2メートル増水した。",
    "パン屋はかまどと小麦粉をすべて失った。",
    "子どもたちは朝まで教会で眠った。",
    "橋は1か月間閉鎖される。",
    "議会はより高い壁を建てたいと考えている。",
)


@pytest.mark.parametrize(("language", "text"), [("de", SHORT_GERMAN), ("ja", SHORT_JAPANESE)])
@pytest.mark.parametrize("place", range(5))
def test_a_paragraph_of_a_short_text_that_went_to_the_end_is_no_reason_for_wrong_pairs(
    language: str, text: tuple[str, ...], place: int
) -> None:
    target = lines(*text)
    target.append(target.pop(place))
    pairs = align(lines(*SHORT_ENGLISH), target, "en", language)
    assert all(one.id == other.id for pair in pairs for one in pair.source for other in pair.target)
    assert len(pairs) == 5


def test_a_paragraph_printed_twice_is_added_once() -> None:
    pairs = align(lines(*ENGLISH), lines(*RUSSIAN[:3], *RUSSIAN[2:]), "en", "ru")
    assert [pair.type for pair in pairs] == ["1-1", "1-1", "1-1", "added", "1-1", "1-1"]
    assert pairs[3].evidence == {"repeat": 1.0}


def test_of_a_paragraph_printed_twice_the_copy_in_its_place_is_the_translation() -> None:
    early = lines(RUSSIAN[3], *RUSSIAN)
    (copy, *_), pairs = early, align(lines(*ENGLISH), early, "en", "ru")
    assert [pair.type for pair in pairs] == ["added", *["1-1"] * 5]
    assert (pairs[0].target, pairs[0].evidence) == ((copy,), {"repeat": 1.0})


def test_of_a_paragraph_printed_twice_in_the_source_the_copy_in_its_place_is_translated() -> None:
    early = lines(ENGLISH[3], *ENGLISH)
    pairs = align(early, lines(*RUSSIAN), "en", "ru")
    assert [pair.type for pair in pairs] == ["missing", *["1-1"] * 5]
    assert pairs[0].evidence == {"repeat": 1.0}


def test_a_heading_is_no_translation_of_a_sentence_that_says_something_else() -> None:
    headed = [*lines("Future", kind="heading"), *lines(*ENGLISH)]
    pairs = align(headed, lines("Все молчали.", *RUSSIAN), "en", "ru")
    (heading,) = [pair for pair in pairs if pair.source and pair.source[0].kind == "heading"]
    assert heading.type == "missing"


def test_a_line_without_a_stop_may_be_the_sentence_that_the_other_text_ends_with_one() -> None:
    english = lines(*ENGLISH, "Nobody wanted to say how long it would take.", "Then they all left the room.")
    russian = lines(*RUSSIAN, "Потом все вышли из комнаты.")
    guessed = lines("Никто не хотел говорить, сколько времени это займёт", kind="heading")
    pairs = align(english, [*russian[:5], *guessed, russian[5]], "en", "ru")
    assert [pair.type for pair in pairs] == ["1-1"] * 7


def test_in_a_script_without_stops_a_short_line_is_hardly_known_as_a_heading() -> None:
    english = lines("The school is closed.", "It opens again on Monday.", "Nobody was hurt in the fire.")
    thai = [
        *lines("โรงเรียนปิด", kind="heading"),
        *lines("จะเปิดอีกครั้งในวันจันทร์", "ไม่มีใครได้รับบาดเจ็บจากไฟไหม้"),
    ]
    assert [pair.type for pair in align(english, thai, "en", "th")] == ["1-1"] * 3


def test_known_names_are_evidence_across_all_languages() -> None:
    source, target = lines("They came.", "He went to see her."), lines("Aa bb.", "Cc dd ee ff.")
    names = {"paragraph1": [KnownName(0, 2, "person 1")]}, {"paragraph1": [KnownName(0, 2, "person 1")]}
    (_, without), (_, pair) = align(source, target, "en", "fi"), align(source, target, "en", "fi", *names)
    assert without.type == pair.type == "1-1"
    assert "names" not in without.evidence
    assert pair.evidence["names"] > 0


def test_a_text_without_a_counterpart_is_missing_as_a_whole() -> None:
    assert [pair.type for pair in align(lines("One."), [], "en", "nl")] == ["missing"]
    assert [pair.type for pair in align([], lines("Een."), "en", "nl")] == ["added"]
    assert align([], [], "en", "nl") == ()


def test_signs_without_a_word_can_be_aligned() -> None:
    pairs = align(lines("***", "…"), lines("***", "…"), "en", "xx")
    assert sum(len(pair.source) for pair in pairs) == sum(len(pair.target) for pair in pairs) == 2


def test_the_encoder_is_left_out_where_it_does_not_know_a_language() -> None:
    encoder = installed_encoder()
    assert not covers(encoder, "en", "fi")
    assert covers(encoder, "en", "nl-BE") == (encoder is not None)
