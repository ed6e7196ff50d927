"""Headings, captions, quotes, lists, wrapped lines and duplicates in small texts."""

import gc
import time

import pytest

from app.errors import Refusal
from app.newswire.decoding import MAX_BYTES
from app.newswire.parsing import ParsedStory, parse
from app.newswire.quotes import find_quotations
from app.newswire.story import Block, Picture

LEAD = "A headline\n\nThe lead tells what happened, in one sentence.\n\n"
LONG = "This paragraph is clearly longer than any heading could be, and it ends in a full stop.\n"
OTHER = "Another paragraph, which says something else at about the same length as the first one.\n"


def read(text: str, language: str = "en") -> ParsedStory:
    return parse(text.encode(), language)


def blocks(text: str, language: str = "en") -> list[tuple[str, str]]:
    body = read(LEAD + text, language).story.body
    return [(entry.type, entry.text) for entry in body if isinstance(entry, Block)]


def types(text: str, language: str = "en") -> list[str]:
    return [kind for kind, _ in blocks(text, language)]


def pictures(text: str, language: str = "en") -> tuple[Picture, ...]:
    return read(LEAD + text, language).story.pictures


def codes(text: str, language: str = "en") -> list[tuple[str, int]]:
    return [(finding.code, finding.line) for finding in read(LEAD + text, language).findings]


@pytest.mark.parametrize("heading", ["The future", "What comes next\n", "Wat nu?", "Neue Kräne 2019"])
def test_a_short_line_above_a_paragraph_is_a_heading(heading: str) -> None:
    assert types(f"{heading}\n{LONG}") == ["heading", "paragraph"]


@pytest.mark.parametrize(("mark", "kind"), [("“", "heading"), ("", "paragraph")])
def test_a_quotation_that_stays_open_needs_no_stop_below_its_heading(mark: str, kind: str) -> None:
    unended = f"{mark}We will rebuild the whole port, and it takes several years of work, and much money"
    assert types(f"What comes next\n\n{unended}\n\n{mark}{LONG.strip()}”\n")[0] == kind


@pytest.mark.parametrize(
    "line",
    ["He agreed.", "Why?\n", "“Never again”\n", "It lists:", "and so on,", "* * *", "12 345", OTHER.strip()],
)
def test_other_lines_above_a_paragraph_are_none(line: str) -> None:
    assert types(f"{line}\n{LONG}")[0] != "heading"


def test_a_short_line_above_something_as_short_is_no_heading() -> None:
    assert types(f"The future\n\nIs now.\n\n{LONG}") == ["paragraph", "paragraph", "paragraph"]


def test_the_last_line_is_no_heading() -> None:
    assert types(f"{LONG}\nReuters") == ["paragraph", "paragraph"]


def test_a_lost_heading_is_found_by_its_blank_lines() -> None:
    text = f"{LONG}\n\nThe future\n\n{LONG}\n{OTHER}\n\n{OTHER.replace('says', 'tells')}"
    found = [
        (finding.code, finding.line, finding.severity)
        for finding in read(LEAD + text).findings
        if finding.code == "missing-heading"
    ]
    assert found == [("missing-heading", 15, "warning")]


def test_blank_lines_that_are_everywhere_tell_nothing() -> None:
    paragraphs = "\n\n".join(f"Paragraph {number} is a sentence.\n" for number in range(5))
    assert codes(paragraphs) == []


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("A crane in the port. (Photo: Jane Doe)", "A crane in the port.", "Jane Doe"),
        ("A crane in the port (AP Photo/Jane Doe)", "A crane in the port", "AP Photo/Jane Doe"),
        ("A crane in the port. [Image credit: Port of X]", "A crane in the port.", "Port of X"),
        ("A crane in the port. © Reuters", "A crane in the port.", "Reuters"),
        ("A crane in the port. Photo: Jane Doe", "A crane in the port.", "Jane Doe"),
        ("A crane in the port | Photo: Jane Doe/AFP", "A crane in the port", "Jane Doe/AFP"),
        ("A crane in the port. (Photo by Jane Doe)", "A crane in the port.", "Jane Doe"),
        ("A crane in the port. (Fot. Jane Doe)", "A crane in the port.", "Jane Doe"),
        ("A crane in the port. fot. Jane Doe / AFP", "A crane in the port.", "Jane Doe / AFP"),
        ("File photo: A crane in the port.", "File photo: A crane in the port.", None),
        ("FROM LEFT: Jane Doe and John Roe.", "FROM LEFT: Jane Doe and John Roe.", None),
        ("港口的起重机【图：新华社】", "港口的起重机", "新华社"),
        ("港口的起重机。（新华社记者 王某 摄）", "港口的起重机。", "新华社记者 王某"),
    ],
)
def test_a_caption_is_known_by_its_credit_or_its_first_words(
    line: str, caption: str, credit: str | None
) -> None:
    (picture,) = pictures(f"{LONG}\n{line}\n\n{OTHER}")
    assert (picture.caption, picture.credit, picture.printed, picture.line) == (caption, credit, line, 7)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe took a photo (and another one).",
        "The picture by Jane Doe was sold for 12 million.",
        "From left and right came protests against the plan.",
        "He showed a photo: it was blurred, and nobody could tell who was in it.",
        "The agency (Reuters) said so.",
        "Left to right traffic is the rule.",
    ],
)
def test_sentences_about_pictures_are_no_captions(line: str) -> None:
    assert pictures(f"{LONG}\n{line}\n\n{OTHER}") == ()


def test_a_credit_on_its_own_line_belongs_to_the_caption_above() -> None:
    (picture,) = pictures(f"{LONG}\nLeft to right: Jane Doe, John Roe.\nPhoto: Reuters\n\n{OTHER}")
    assert (picture.caption, picture.credit) == ("Left to right: Jane Doe, John Roe.", "Reuters")
    assert picture.printed == "Left to right: Jane Doe, John Roe.\nPhoto: Reuters"


def test_two_lines_alone_with_a_credit_are_a_caption() -> None:
    (picture,) = pictures(f"{LONG}\nA crane in the port.\nPhoto: Reuters\n\n{OTHER}")
    assert (picture.caption, picture.credit) == ("A crane in the port.", "Reuters")


def test_a_credit_by_itself_is_a_picture_without_caption() -> None:
    (picture,) = pictures(f"{LONG}\nPhoto: Reuters\n\n{OTHER}")
    assert (picture.caption, picture.credit) == ("", "Reuters")


def test_a_caption_above_the_lead_has_no_figure() -> None:
    story = read(f"A headline\n\nA crane. (Photo: AP)\n\n{LONG}\n{OTHER}").story
    assert (story.lead, len(story.pictures)) == (LONG.strip(), 1)
    assert [entry.type for entry in story.body if isinstance(entry, Block)] == ["paragraph"]
    assert len(story.body) == 1


def test_a_caption_printed_twice_is_kept_once() -> None:
    text = f"{LONG}\nA crane. (Photo: AP)\n\nA crane. (Photo: AP)\n\n{OTHER}"
    assert len(pictures(text)) == 1
    assert ("duplicate-caption", 9) in codes(text)


def test_of_two_captions_the_one_with_a_credit_is_kept() -> None:
    text = f"{LONG}\nLeft to right: A and B.\n\nLeft to right: A and B. (Photo: AP)\n\n{OTHER}"
    (picture,) = pictures(text)
    assert (picture.credit, picture.line) == ("AP", 9)
    assert ("duplicate-caption", 7) in codes(text)


def test_captions_with_different_credits_are_both_kept() -> None:
    text = f"{LONG}\nA crane. (Photo: AP)\n\nA crane. (Photo: Reuters)\n\n{OTHER}"
    assert [picture.credit for picture in pictures(text)] == ["AP", "Reuters"]


def test_a_short_line_printed_twice_without_a_stop_is_a_caption() -> None:
    text = f"{LONG}\nThe new crane in the old port\n\nThe new crane in the old port\n\n{OTHER}"
    assert [picture.caption for picture in pictures(text)] == ["The new crane in the old port"]


THAI = (
    "รัฐมนตรีกล่าวว่าท่าเรือใหม่จะเปิดในเดือนหน้า",
    "คนงานหลายร้อยคนได้รับเชิญให้ไปร่วมพิธีเปิดท่าเรือแห่งใหม่ใกล้กับสะพานเก่าในสัปดาห์ที่จะถึงนี้",
    "เรือลำแรกจะมาถึงในเช้าวันจันทร์",
    "ชาวบ้านบอกว่าพวกเขารอวันนี้มานานกว่าสิบปี",
    "สะพานจะเสร็จในปีหน้า",
)
DUTCH = (
    "De haven kreeg donderdag een nieuwe kraan en de burgemeester was erbij toen die voor het eerst een "
    "container van een schip uit Rotterdam op de nieuwe kade zette"
)
ARABIC = (
    "قال الوزير إن الميناء الجديد سيفتح أبوابه في الشهر المقبل وإن مئات العمال سيحضرون حفل الافتتاح الذي "
    "يقام في الأسبوع القادم بحضور رئيس الوزراء وعدد كبير من الضيوف الأجانب من الدول المجاورة"
)
JAPANESE = "大臣は木曜日に新しい港を訪れた。市長も一緒だった。「来月には船が来る」と市長は話した"


def kept_twice(text: str, language: str, doubled: str) -> bool:
    story = parse(text.encode(), language)
    texts = [entry.text for entry in story.story.body if isinstance(entry, Block)]
    found = [each.code for each in story.findings if each.code.startswith("duplicate")]
    return [story.story.lead, *texts].count(doubled) == 2 and found == ["duplicate-block"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Nobody was hurt, the mayor said on Thursday."),
        ("en", "The ferry leaves from the new quay at 11:15 on Monday."),
        ("en", "The mayor: “This is a good day for the port.”"),
        ("nl", "Het nieuwe vliegveld is volgens de minister veilig."),
        ("ar", "قال الوزير إن الميناء الجديد سيفتح أبوابه قريبا."),
        ("ja", "大臣は木曜日に新しい港を訪れた。"),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_sentence_doubled_where_pictures_stand_is_kept_and_told(
    language: str, sentence: str, place: int
) -> None:
    others = [LONG.strip(), OTHER.strip(), f"In short: {OTHER.strip()}"]
    lines = ["A headline", *others[:place], sentence, sentence, *others[place:]]
    assert kept_twice("\n\n".join(lines), language, sentence)


@pytest.mark.parametrize("line", ["In the port: Jane Doe and John Roe.", "The new crane in the old port"])
@pytest.mark.parametrize("place", [0, 1, 3])
def test_who_is_to_be_seen_printed_twice_where_pictures_stand_is_a_caption(line: str, place: int) -> None:
    others = [LONG.strip(), OTHER.strip(), f"In short: {OTHER.strip()}"]
    lines = ["A headline", *others[:place], line, line, *others[place:]]
    story = parse("\n\n".join(lines).encode(), "en").story
    assert [each.caption for each in story.pictures] == [line]


@pytest.mark.parametrize("language", ["th", "lo", "th-TH"])
@pytest.mark.parametrize("place", [1, 2, 3])
def test_where_no_sentence_has_a_stop_a_doubled_paragraph_is_kept(language: str, place: int) -> None:
    lines = ["ท่าเรือใหม่", *THAI[:place], THAI[place], THAI[place], *THAI[place + 1 :]]
    assert kept_twice("\n\n".join(lines), language, THAI[place])


def test_a_short_thai_line_doubled_below_the_lead_is_a_caption() -> None:
    lines = ["ท่าเรือใหม่", THAI[0], THAI[4], THAI[4], *THAI[1:4]]
    assert [each.caption for each in parse("\n\n".join(lines).encode(), "th").story.pictures] == [THAI[4]]


def test_a_text_whose_paragraphs_end_in_no_stop_has_no_caption_for_want_of_one() -> None:
    lines = ["The new harbour opens", *(each.strip(". \n") for each in (LONG, OTHER))]
    lines += ["The new crane in the old port"] * 2
    lines += ["The mayor came to see it on Thursday", "It will lift the first container next week"]
    assert kept_twice("\n\n".join(lines), "en", "The new crane in the old port")


@pytest.mark.parametrize(
    ("language", "long"), [("nl", DUTCH), ("ar", ARABIC), ("ja", JAPANESE)], ids=["nl", "ar", "ja"]
)
@pytest.mark.parametrize("place", [0, 1, 3, 5])
def test_a_long_paragraph_is_no_caption_for_want_of_its_stop(language: str, long: str, place: int) -> None:
    others = [f"{each.strip()} {number}." for number, each in enumerate((LONG, OTHER) * 3)]
    lines = ["A headline", *others[:place], long, long, *others[place:]]
    if place == 5:
        lines = lines[:8]
    assert kept_twice("\n\n".join(lines), language, long)


def test_a_paragraph_printed_twice_is_kept_both_times_and_reported() -> None:
    text = f"{OTHER}\n{LONG}\n{LONG}\nThe end.\n"
    assert blocks(text) == [
        ("paragraph", OTHER.strip()),
        ("paragraph", LONG.strip()),
        ("paragraph", LONG.strip()),
        ("paragraph", "The end."),
    ]
    assert [each for each in codes(text) if each[0].endswith(("block", "duplicate"))] == [
        ("duplicate-block", 9)
    ]


def test_a_paragraph_that_stands_again_far_below_is_kept_and_reported() -> None:
    paragraph = LONG.strip() + " " + OTHER.strip()
    text = f"{paragraph}\n\n{OTHER}\nThe end of the story is near.\n\n{paragraph}\n"
    assert [line for _, line in blocks(text)].count(paragraph) == 2
    assert "duplicate-block" in {code for code, _ in codes(text)}


def test_a_refrain_is_kept() -> None:
    text = f"I have a small dream.\n\n{LONG}\nI have a small dream.\n"
    assert [line for _, line in blocks(text)].count("I have a small dream.") == 2


def test_a_paragraph_almost_like_the_one_above_is_kept_and_reported() -> None:
    changed = LONG.replace("clearly", "clearlv")
    assert len(blocks(f"{LONG}\n{changed}\n{OTHER}")) == 3
    assert ("near-duplicate", 7) in codes(f"{LONG}\n{changed}\n{OTHER}")


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("nl", "“Dit is goed. Heel goed”, zegt minister Anna van der Voorbeeld.", "Anna van der Voorbeeld"),
        ("nl", "Voorbeeld: “Dit is goed. Heel goed.”", "Voorbeeld"),
        ("en", "“This is good,” says Mr. Example. “Very good indeed.”", "Example"),
        ("en", "Example said: “This is good. Very good indeed.”", "Example"),
        ("en", "“This is good. Very good indeed,” he said.", None),
        ("pl", "„To dobrze. Bardzo dobrze” – powiedział minister Jan Przykład.", "Jan Przykład"),
        ("fi", "”Tämä on hyvä. Oikein hyvä”, sanoo Liisa Esimerkki.", "Liisa Esimerkki"),
        ("es", "—Esto es bueno. Muy bueno —dijo el ministro Juan Ejemplo.", "Juan Ejemplo"),
        ("zh-Hant", "「這很好。非常好。」", None),
        ("en", "“This quotation goes on in the next paragraph.", None),
    ],
)
def test_a_paragraph_that_is_a_quotation_is_a_quote(language: str, text: str, speaker: str | None) -> None:
    body = read(f"{LEAD}{LONG}\n{text}\n", language).story.body
    quote = body[-1]
    assert isinstance(quote, Block)
    assert (quote.type, quote.text, quote.speaker) == ("quote", text, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "The plan is called “Port 2030” and was made in a long series of meetings last year.",
        "The mayor spoke first. She said: “This is good.” Then everybody left for the port.",
        "“Port 2030” is the name of a plan.",
        "It isn't the mayor's plan.",
        "– a dash alone opens no speech.",
    ],
)
def test_a_paragraph_with_a_quotation_in_it_is_none(text: str) -> None:
    assert types(f"{LONG}\n{text}\n") == ["paragraph", "paragraph"]


def test_quotations_within_a_paragraph_are_found_with_their_speaker() -> None:
    text = "It is not over. Example comments: “We go on. ‘Never’ is long.” So it goes."
    (quotation,) = find_quotations(text, "en")
    assert text[quotation.start : quotation.end] == "“We go on. ‘Never’ is long.”"
    assert quotation.speaker == "Example"


@pytest.mark.parametrize(
    "lines",
    [
        ["• one", "• two"],
        ["1. one", "2. two", "3. three"],
        ["- one", "- two"],
        ["(1) one", "(2) two"],
        ["① 一", "② 二"],
    ],
)
def test_lines_with_markers_are_a_list(lines: list[str]) -> None:
    assert blocks(LONG + "\n" + "\n".join(lines) + "\n\n" + OTHER)[1] == ("list", "\n".join(lines))


def test_a_list_gives_its_items_without_markers() -> None:
    entry = read(f"{LEAD}{LONG}\n1. one\n2. two\n").story.body[-1]
    assert isinstance(entry, Block)
    assert entry.items == ("one", "two")


@pytest.mark.parametrize("line", ["5. Oktober war der Tag.", "- Jeg er glad, sier hun.", "1.5 million came."])
def test_a_line_that_only_begins_like_an_item_is_none(line: str) -> None:
    assert types(f"{LONG}\n{line}\n\n{OTHER}") == ["paragraph"] * 3


WRAPPED = (
    "The council has decided on Tuesday to build a new bridge over the\n"
    "river. It will take five years and cost more than the old one did\n"
    "at the time.\n"
)


def test_wrapped_lines_are_joined() -> None:
    text = f"{WRAPPED}\nThe future\n{WRAPPED.replace('Tuesday', 'Monday')}"
    assert blocks(text) == [
        ("paragraph", WRAPPED.strip().replace("\n", " ")),
        ("heading", "The future"),
        ("paragraph", WRAPPED.strip().replace("Tuesday", "Monday").replace("\n", " ")),
    ]
    assert codes(text) == [("hard-wrap", 5)]


def test_wrapped_lines_without_spaces_are_joined_without() -> None:
    line = "市议会星期二决定在河上修建一座新桥，预计需要五年时间，费用将比"
    assert blocks(f"{line}\n{line}\n{line}\n旧桥高得多。\n", "zh-Hans") == [
        ("paragraph", line * 3 + "旧桥高得多。")
    ]


def test_a_hyphen_at_the_end_of_a_joined_line_stays_and_is_reported() -> None:
    text = WRAPPED.replace("over the\nriver", "over the long-\nlasting river")
    assert "over the long-lasting river" in blocks(text)[0][1]
    assert ("hyphenated-line-end", 5) in codes(text)


def test_paragraphs_without_blank_lines_between_are_not_joined() -> None:
    lines = [
        f"Paragraph {number} is one line, {'longer than the others, ' * number}and ends here."
        for number in range(6)
    ]
    assert [text for _, text in blocks("\n".join(lines))] == lines


def test_byline_and_dateline_above_the_lead_are_told_apart() -> None:
    story = read(f"A headline\n\nBy Jane Doe and John Roe\nOttawa, 6 December 2018\n\n{LONG}").story
    assert (story.byline, story.dateline, story.lead) == (
        "By Jane Doe and John Roe",
        "Ottawa, 6 December 2018",
        LONG.strip(),
    )


@pytest.mark.parametrize("line", ["By the river", "By Monday everything had changed.", "Plan for 2030"])
def test_a_short_line_below_the_headline_is_the_lead(line: str) -> None:
    story = read(f"A headline\n\n{line}\n\n{LONG}").story
    assert (story.byline, story.dateline, story.lead) == (None, None, line)


def test_a_text_of_one_line_has_no_lead() -> None:
    parsed = read("A headline\n")
    assert (parsed.story.lead, parsed.story.body) == (None, ())
    assert [finding.code for finding in parsed.findings] == ["missing-lead"]


PATHOLOGICAL = [
    "a", "a  b", "minister\u00a0 en ", "(", "“", '"a ', "“„«‘", "(Foto: ", ". Foto: a ", "Aa Bb en ", "A, ",
    "e\u0301", "a\u200b", "a\n", ". ", "– a, ", "Ã", "a: “b” ", "• a\n", "a ", "漢", "a-\n", "）", "a\t",
    "Left to right: ", '" said ', "\r\n.", "foto ", "©", "/ ", "| a", "”", "12 ", "\u1100\u1161", "क\u093c",
]  # fmt: skip


@pytest.mark.parametrize("unit", PATHOLOGICAL)
def test_a_text_is_read_in_time_that_grows_with_its_length(unit: str) -> None:
    def seconds(size: int) -> float:
        raw = (LEAD + unit * ((size - len(LEAD)) // len(unit.encode()))).encode()
        gc.disable()  # it goes over what other tests have left in the process
        start = time.process_time()
        try:
            parse(raw, "nl")
        except Refusal as refusal:
            assert refusal.code == "too-large"  # noqa: PT017 - most are not refused
        finally:
            gc.enable()
        return time.process_time() - start

    # Four times the text in sixteen times the time is what a quadratic rule takes.
    assert seconds(MAX_BYTES // 4) < 12 * seconds(MAX_BYTES // 16) + 1


def test_a_direction_mark_before_a_credit_is_no_caption() -> None:
    text = "محطة الضخ\n\nافتتحت المحطة يوم الخميس في المدينة.\n\nمحطة الضخ الجديدة\n\u200f(تصوير: رويترز)\n"
    story = parse(text.encode(), "ar").story
    assert [(picture.caption, picture.credit) for picture in story.pictures] == [
        ("محطة الضخ الجديدة", "رويترز")
    ]


def test_japanese_items_need_no_space_behind_their_dot() -> None:
    text = "新しい施設\n\n市は木曜日に施設を開いた。\n\n・新しいポンプ\n・古い水路の改修\n"
    story = parse(text.encode(), "ja").story
    assert [(element.type, element.items) for element in story.body if isinstance(element, Block)] == [
        ("list", ("新しいポンプ", "古い水路の改修"))
    ]
