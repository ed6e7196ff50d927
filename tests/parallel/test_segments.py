import pytest

from app.parallel.segments import segments_of
from tests.parallel.texts import ottawa_segments


def sentences(text: str, language: str) -> list[str]:
    return [segment.text for segment in segments_of("b1", "paragraph", text, language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nl", ["Dr. A. Smith kwam op 3 okt. 2018.", "“Ja!” riep hij.", "‘Nee?’", "Ja."]),
        ("en", ['He said "No.', 'Never."', "Then he left."]),
        ("en", ['"Is it over?" asks the U.S. minister.', "It is not."]),
        ("en", ["The limit is 50 km/h.", "The council votes."]),
        (
            "de",
            ["Vom 19. Jahrhundert bis zum 1. Oktober galt ihr 36. Treffen nichts.", "Der 2. Weltkrieg kam."],
        ),
        ("fr", ["Le Dr. Roy et le Prof. Martin sont là.", "Ils parlent."]),
        ("nl", ["Dit zegt mw. Jansen hier.", "Prof. Bos zwijgt."]),
        ("it", ["Lo ha detto l’on. Rossi alla Camera.", "Poi è uscito."]),
        ("de", ["Das sagte Abg. Braun hier.", "Dann ging er."]),
        ("pl", ["Powiedział inż. Duda, a ks. Kot milczał.", "Potem wyszli."]),
        ("ru", ["Дом стоит у церкви Св. Мартина.", "Там тихо."]),
        ("pl", ["Dr. Nowak i prof. Kowalski."]),
        ("de", ["Das war Freitag, 30. September.", "Sie war eine von 19.", "Andere kamen nicht."]),
        ("fr", [".Les chapeaux sont là.", "On les voit."]),
        ("fr", ["« C’est fini. »", "Puis il partit."]),
        ("ru", ["Это конец.", "«Нет», — сказал он."]),
        ("ar", ["هل انتهى الأمر؟", "لا."]),
        ("hi", ["यह अंत है।", "वह चला गया।"]),
        ("ja", ["これは終わりだ。", "「はい。」と言った。", "次へ！"]),
        ("hu", ['"Miért?"- kérdezte Anna.', "Nem tudom."]),
        ("ko", ['그는 "괜찮아요?"라고 물었다.', "끝."]),
        ("ko", ["그는 말했다.", "“좋아요.”라고 했다."]),
        ("ko", ['끝입니다."라고 했다.', "그는 떠났다."]),
        ("ja", ['彼は"大丈夫？"と聞いた。', "終わり。"]),
        ("zh-Hans", ["他走了。", '"好吗？"', "她说。"]),
        ("zh-Hans", ["结束了。", "他走了！"]),
        ("zh-Hans", ["他走了。", "2024年他回来了！", "3天后又走了。"]),
        ("zh-Hans", ["他说：“我很好。”", "然后走了。"]),
        ("ja", ["A man was arrested in January.", "12歳の少年は病院に運ばれた。"]),
        ("ko", ["A man was arrested.", "12세 소년은 병원에 갔다."]),
        ("ja", ["雑誌vol.3号を買った。"]),
        ("ja", ["彼は去った。", "2024年に戻った。"]),
        ("ko", ["경찰은 그를 조사했다.", "2024년 그가 돌아왔다.", "3일 뒤 떠났다."]),
    ],
)
def test_a_paragraph_falls_into_its_sentences(language: str, expected: list[str]) -> None:
    space = "" if language in {"ja", "zh-Hans"} else " "
    assert sentences(space.join(expected), language) == expected


def test_thai_is_cut_at_spaces_into_pieces_as_long_as_sentences() -> None:
    clause = "นายกรัฐมนตรีกล่าวว่าสงครามยังไม่สิ้นสุดและจะดำเนินต่อไป"
    assert sentences(clause, "th") == [clause]
    assert sentences(" ".join([clause] * 4), "th") == [f"{clause} {clause}"] * 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_offsets_lead_back_to_the_text_of_the_block(language: str) -> None:
    text = "  “Eerst dit. En nu jij.”  Toen 😀 ging hij. "
    found = segments_of("b7", "paragraph", text, language)
    assert [text[segment.start : segment.end] for segment in found] == [segment.text for segment in found]
    assert [segment.id for segment in found] == ["b7.1", "b7.2", "b7.3"]


def test_headings_captions_and_bylines_stay_whole_and_lists_fall_into_items() -> None:
    text = "No. 10 Downing St. Left to right: May. Juncker."
    assert [each.text for each in segments_of("b1", "caption", text, "en")] == [text]
    assert [each.text for each in segments_of("b1", "list", "- one\n- two", "en")] == ["- one", "- two"]
    assert segments_of("b1", "heading", " ", "en") == ()


def test_the_article_of_this_project_has_24_dutch_and_23_english_segments() -> None:
    assert (len(ottawa_segments("nl")), len(ottawa_segments("en"))) == (24, 23)
