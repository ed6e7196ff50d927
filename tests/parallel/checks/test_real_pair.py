"""The real pair, its paragraphs laid side by side by hand."""

from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.lengths import expected_ratio
from app.parallel.checks.pairs import Expectations, check_pair
from app.parallel.checks.structure import credit_findings, duplicate_findings, structure_findings
from tests.conftest import OTTAWA, REPOSITORY
from tests.parallel.checks.segments import Couple, Piece, piece

CREDIT = " (Foto: Defensie)"


def paragraphs(language: str) -> list[Piece]:
    text = (REPOSITORY / "data" / OTTAWA / f"{language}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line]
    return [piece(line.removesuffix(CREDIT), str(number), kind(line)) for number, line in enumerate(lines)]


def kind(line: str) -> str:
    if line.startswith(("Vlnr", "Left to right")):
        return "caption"
    return "heading" if line[-1] not in '.”")' else "paragraph"


def findings() -> list[Finding]:
    nl, en = paragraphs("nl"), paragraphs("en")
    couples = [
        Couple((nl[0],), (en[0],)),
        Couple((nl[1],), (en[1], en[4]), "1-n"),
        Couple((nl[2],), (en[5],)),
        Couple((nl[3],), (en[6],)),
        Couple((nl[4],), (en[7],)),
        Couple((nl[5],), (), "missing"),
        *(Couple((nl[index],), (en[index + 2],)) for index in (6, 7, 8)),
        Couple((nl[9],), (en[2],), "moved"),
        Couple((nl[10],), (en[3],), "moved"),
    ]
    texts = [
        (" ".join(s.text for s in each.source), " ".join(s.text for s in each.target)) for each in couples
    ]
    expectations = Expectations(expected_ratio(texts))
    return [
        *structure_findings(couples),
        *duplicate_findings(nl, en),
        *credit_findings("Defensie", None, Span(0, len(nl[9].text), "9"), Span(0, len(en[2].text), "2")),
        *(finding for each in couples for finding in check_pair(each, "nl", "en", expectations)),
    ]


def test_what_the_english_lost_is_reported_and_nothing_else() -> None:
    reported = [(finding.code, *finding.evidence.values()) for finding in findings()]
    caption = paragraphs("nl")[9].text
    assert reported == [
        ("heading-missing", "Toekomst"),
        ("caption-moved", caption),
        ("caption-moved", caption),
        ("credit-missing", "Defensie"),
        ("weekday-missing", "donderdag"),
        ("leftover-language", "en"),
        ("leftover-language", "en"),
    ]


def test_the_word_left_is_shown_where_it_stands() -> None:
    en = paragraphs("en")
    left = [finding for finding in findings() if finding.code == "leftover-language"]
    (span,) = left[0].target_spans
    assert span.block == "2"
    assert en[2].text[span.start - 1 : span.end + 7] == " en Harjit"
