import pytest

from app.parallel.checks.finding import Span
from app.parallel.checks.structure import credit_findings, duplicate_findings, structure_findings
from tests.parallel.checks.segments import Couple, piece


@pytest.mark.parametrize(
    ("kind", "noun"),
    [
        ("heading", "heading"),
        ("headline", "heading"),
        ("caption", "caption"),
        ("paragraph", "segment"),
        ("quote", "segment"),
    ],
)
@pytest.mark.parametrize("change", ["missing", "added", "moved"])
def test_a_segment_without_counterpart_is_named_by_its_kind(kind: str, noun: str, change: str) -> None:
    here = (piece("Toekomst", "h2", kind),)
    couple = Couple(() if change == "added" else here, () if change == "missing" else here, change)
    (finding,) = structure_findings([couple])
    assert finding.code == f"{noun}-{change}"
    assert (finding.source_spans or finding.target_spans) == (Span(0, 8, "h2"),)


def test_pairs_that_have_both_sides_are_no_finding() -> None:
    assert list(structure_findings([Couple((piece("Ja."),), (piece("Yes."), piece("Sure.")), "1-n")])) == []


CAPTION = "From left: Anna, Jan and Piet."


def test_a_text_printed_twice_on_one_side_is_a_duplicate() -> None:
    source = [piece("Vlnr: Anna, Jan en Piet."), piece("Een andere alinea.")]
    target = [piece(CAPTION, "c1"), piece("Another paragraph."), piece(CAPTION.upper(), "c2")]
    (finding,) = duplicate_findings(source, target)
    assert finding.code == "duplicate-block"
    assert [span.block for span in finding.target_spans] == ["c1", "c2"]


def test_a_refrain_in_both_and_short_texts_are_none() -> None:
    refrain, here = "Dat was het dan weer.", "That was it once again."
    assert list(duplicate_findings([piece(refrain)] * 2, [piece(here)] * 2)) == []
    assert list(duplicate_findings([piece("Nee."), piece("Ja.")], [piece("No.")] * 2)) == []


def test_a_credit_that_one_side_lacks_is_found() -> None:
    there, here = Span(0, 30, "c"), Span(0, 25, "d")
    (lost,) = credit_findings("Defensie", None, there, here)
    (new,) = credit_findings(None, "Reuters", there, here)
    assert (lost.code, new.code) == ("credit-missing", "credit-added")
    assert list(credit_findings("Defensie", "Ministry of Defence", there, here)) == []
    assert list(credit_findings(None, None, there, here)) == []
