"""What holds for every input."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import Refusal
from app.newswire.decoding import LINE_END
from app.newswire.findings import MEANINGS
from app.newswire.parsing import ParsedStory, parse
from tests.newswire.rebuilding import content, dropped_lines, printed_lines

LANGUAGES = st.sampled_from(
    ["en", "nl", "de", "fr", "sv", "ru", "ar", "he", "zh-Hans", "ja", "th", "hi", "ko", "x-y"]
)

# Pieces of news, put together at random: what rules look for comes up far more often than in random text.
FRAGMENTS = st.sampled_from([
    "\n", "\n\n", "\n\n\n", "\r\n", "\r", "\u2028", "\x85", " ", "  ", "\u00a0", "\u00a0 ", "\t", "\u3000",
    "\u200b", "\u00ad", "\u200f", "\u200d", "Toekomst", "The minister said so.", "minister", "en", "and",
    "James Mattis", "Harjit Sajjan", ", ", "(Foto: Defensie)", "Foto: Defensie", "Vlnr: James Mattis",
    "(写真＝共同)", "“", "”", '"', "'", "«", "»", "「", "」", "- ", "• ", "1. ", "2. ", ": ",
    "says Minister Bijleveld.", "e\u0301", "\u1100\u1161\u11a8", "का", "。", "国防部", "รัฐมนตรี",
    "By Jane Doe", "Ottawa, 6 December 2018", "?", "Ã©", "\ufffd", "F-16’s", "F-16's", "-\n",
    "a line that was broken at some width and",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(FRAGMENTS, max_size=40).map("".join))


def outcome(raw: bytes, language: str) -> ParsedStory | None:
    """None where refused; any other error is a failure."""
    try:
        return parse(raw, language)
    except Refusal:
        return None


@given(st.binary(max_size=300), LANGUAGES)
def test_any_bytes_are_read_or_refused(raw: bytes, language: str) -> None:
    assert outcome(raw, language) == outcome(raw, language)


@settings(max_examples=400)
@given(TEXTS, LANGUAGES)
def test_no_character_of_content_is_lost(text: str, language: str) -> None:
    parsed = outcome(text.encode(errors="replace"), language)
    if parsed is None:
        return
    lines = LINE_END.split(text.encode(errors="replace").decode())
    dropped = sum((content(lines[number - 1]) for number in dropped_lines(parsed)), Counter[str]())
    kept = sum((content(line) for line in printed_lines(parsed.story)), Counter[str]())
    assert kept + dropped == sum((content(line) for line in lines), Counter[str]())


@given(TEXTS, LANGUAGES)
def test_findings_point_into_the_text_and_are_documented(text: str, language: str) -> None:
    parsed = outcome(text.encode(errors="replace"), language)
    lines = LINE_END.split(text.encode(errors="replace").decode())
    for finding in parsed.findings if parsed else ():
        assert finding.code in MEANINGS
        assert 1 <= finding.line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1


@given(TEXTS, LANGUAGES)
def test_a_byte_order_mark_and_crlf_move_no_finding(text: str, language: str) -> None:
    plain = "\n".join(LINE_END.split(text.encode(errors="replace").decode().removeprefix("\ufeff")))
    windows = b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode()
    one, other = outcome(plain.encode(), language), outcome(windows, language)
    assert (one is None) == (other is None)
    if one and other:
        own = {"byte-order-mark", "line-endings"}
        assert one.story == other.story
        assert one.findings == tuple(finding for finding in other.findings if finding.code not in own)
