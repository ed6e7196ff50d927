import pytest

from app.errors import Refusal
from app.newswire.decoding import MAX_BYTES, decode
from app.newswire.parsing import MAX_BLOCKS, parse


def refusal(raw: bytes) -> tuple[str, int, int]:
    with pytest.raises(Refusal) as refused:
        parse(raw, "en")
    return refused.value.code, refused.value.line, refused.value.column


def found(raw: bytes) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.line, finding.column) for finding in decode(raw).findings]


@pytest.mark.parametrize(
    "raw", [b"", b"\n\n", b" \t\r\n", "\u00a0\u3000\n\u200b\u200f".encode(), b"\xef\xbb\xbf"]
)
def test_a_text_with_nothing_to_read_is_refused(raw: bytes) -> None:
    assert refusal(raw) == ("empty", 0, 0)


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        ("Headline\n\nCafé au lait\n".encode("cp1252"), 3, 4),
        ("Headline\r\n\r\né".encode() + b"\xe9 au lait", 3, 2),
        (b"\xef\xbb\xbfHeadline\xff", 1, 9),
        (b"cut off \xe2\x82", 1, 9),
        (b"half a pair \xed\xa0\x80", 1, 13),
        ("Headline".encode("utf-16"), 1, 1),
        ("Headline".encode("utf-16-le"), 1, 2),
    ],
)
def test_other_bytes_than_utf_8_are_refused_at_the_first(raw: bytes, line: int, column: int) -> None:
    assert refusal(raw) == ("not-utf-8", line, column)


@pytest.mark.parametrize(
    ("raw", "guess"),
    [
        ("Un café à Orléans, s’il vous plaît".encode("cp1252"), "Windows-1252"),
        ("Headline".encode("utf-16"), "UTF-16"),
        ("Headline".encode("utf-16-be"), "UTF-16"),
        ("Überschrift über".encode("utf-16-le"), "UTF-16"),
    ],
)
def test_a_likely_encoding_is_named(raw: bytes, guess: str) -> None:
    with pytest.raises(Refusal, match=guess):
        decode(raw)


def test_no_encoding_is_guessed_from_bytes_that_are_mostly_not_ascii() -> None:
    with pytest.raises(Refusal) as refused:
        decode("部长访问港口".encode("gb18030"))
    assert "looks like" not in refused.value.message


@pytest.mark.parametrize("char", ["\0", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\ufffe", "\uffff"])
def test_a_control_character_is_refused_at_its_place(char: str) -> None:
    assert refusal(f"Headline\n\nab{char}c\n".encode()) == ("control-character", 3, 3)


def test_a_letter_under_a_tower_of_marks_is_refused() -> None:
    assert refusal(("Headline\n\nZa" + "\u0316\u0301" * 20).encode()) == ("stacked-marks", 3, 33)


def test_a_text_beyond_the_limits_is_refused() -> None:
    assert refusal(b"a" * (MAX_BYTES + 1)) == ("too-large", 0, 0)
    assert refusal(b"A line.\n\n" * (MAX_BLOCKS + 1)) == ("too-large", 2 * MAX_BLOCKS + 1, 1)
    assert parse(b"a" * MAX_BYTES, "en").story.headline == "a" * MAX_BYTES


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_read(end: str) -> None:
    assert decode(f"one{end}{end}two{end}".encode()).text == "one\n\ntwo\n"


def test_line_ends_other_than_line_feeds_are_reported_where_the_first_one_stands() -> None:
    assert found(b"one\ntwo\r\nthree\r\n") == [("line-endings", 2, 4)]
    assert found(b"one\ntwo\n") == []


def test_a_byte_order_mark_is_dropped_and_takes_no_column() -> None:
    decoded = decode(b"\xef\xbb\xbfHeadline")
    assert decoded.text == "Headline"
    assert found(b"\xef\xbb\xbfHeadline") == [("byte-order-mark", 1, 1), ("no-final-newline", 1, 9)]


def test_letters_are_composed() -> None:
    assert decode("Cafe\u0301 \u1100\u1161\u11a8\n".encode()).text == "Café 각\n"
    assert found("Cafe\u0301\n".encode()) == [("not-nfc", 1, 4)]


def test_invisible_characters_are_removed_and_counted_at_the_first() -> None:
    raw = "one\nt\u200bw\u200bo\u00ad\n".encode()
    assert decode(raw).text == "one\ntwo\n"
    assert found(raw) == [("invisible-characters", 2, 2), ("invisible-characters", 2, 6)]
    assert "2 times" in decode(raw).findings[0].message


@pytest.mark.parametrize("text", ["می‌خواهم", "क्‍ष", "שלום\u200f!", "a\u200eb", "a\u2066b\u2069", "a\u00a0b"])
def test_joiners_marks_of_direction_and_no_break_spaces_are_content(text: str) -> None:
    assert decode(f"{text}\n".encode()).text == f"{text}\n"
    assert found(f"{text}\n".encode()) == []


def test_columns_count_the_characters_of_the_file_not_of_the_normalised_text() -> None:
    raw = "\ufeffHeadline\r\n\r\nDe\u0301ja\u0300 vu\u200b: minister\u00a0 en twaalf anderen.\r\n".encode()
    (gap,) = [finding for finding in parse(raw, "nl").findings if finding.code == "missing-name"]
    line = raw.decode("utf-8-sig").split("\r\n")[gap.line - 1]
    assert line[gap.column - 1 :].startswith("\u00a0 en")
