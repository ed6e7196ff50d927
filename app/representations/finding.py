from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

from pydantic import Field

from app.intake import finding as of_files
from app.parallel.checks.finding import CODES, Span
from app.parallel.checks.sides import span_texts
from app.parallel.side import Side
from app.queries.alignments import ArticleFinding
from app.representations.addresses import finding_address
from app.representations.alignment import SegmentDocument
from app.representations.document import Document, Href, ListDocument
from app.texts.catalogues import ENGLISH, translate

_Code = Field(description="What was found, stable.", examples=["heading-missing"])
_Severity = Field(
    description="`error`: the text is wrong as it stands. `warning`: somebody should look. `info`: good to "
    "know; translators do it on purpose more often than not.",
    examples=["warning"],
)


class DismissalDocument(Document):
    """An editor's word that the finding is none."""

    reason: str = Field(description="Why.", examples=["The English has no headings by house style."])
    dismissed_at: datetime = Field(description="When.", examples=["2018-12-07T09:30:00Z"])


class FindingDocument(Document):
    """What is noticed where two language versions are laid side by side."""

    id: str = Field(
        description="Stable as long as the texts are that it is about.", examples=["bf634bb146c127eb"]
    )
    article: str = Field(description="The article's id.", examples=["2018-12-06-anti-isis-coalition"])
    code: str = _Code
    severity: Literal["info", "warning", "error"] = _Severity
    meaning: Href
    languages: list[str] = Field(
        description="The language of the version that was taken for the source, and the other's.",
        examples=[["nl", "en"]],
    )
    spans: dict[str, list[SegmentDocument]] = Field(
        description="Where, in each of the two; an empty list on the side that has nothing.",
        examples=[{"nl": [{"block": "b4", "start": 0, "end": 8, "text": "Toekomst"}], "en": []}],
    )
    evidence: dict[str, str] = Field(
        description="What was seen there: words of the texts by their side, or measures.",
        examples=[{"source": "Toekomst"}],
    )
    dismissed: DismissalDocument | None = Field(description="Null where nobody has dismissed it.")


class FindingList(ListDocument[FindingDocument]):
    """Findings on an article, by language, in the order of the source."""


class FindingMeaning(Document):
    """A kind of finding, on a translation or on a file; the severity is the one it has as a rule."""

    href: Href
    code: str = _Code
    severity: Literal["info", "warning", "error"] = _Severity
    meaning: str = Field(
        description="What it says of the texts.", examples=["A heading of the source has no counterpart."]
    )


class FindingMeaningList(ListDocument[FindingMeaning]):
    """Kinds of findings, by code."""


def finding_document(article_id: str, each: ArticleFinding, sides: Mapping[str, Side]) -> FindingDocument:
    """``sides``: those of the article, by tag."""
    finding = each.found.finding
    spans = {each.source: finding.source_spans, each.target: finding.target_spans}
    return FindingDocument(
        id=each.found.id,
        article=article_id,
        code=finding.code,
        severity=finding.severity,
        meaning=finding_address(finding.code),
        languages=[each.source, each.target],
        spans={tag: _spans(of_side, sides[tag]) for tag, of_side in spans.items()},
        evidence=dict(finding.evidence),
        dismissed=DismissalDocument(reason=each.dismissal.reason, dismissed_at=each.dismissal.dismissed_at)
        if each.dismissal
        else None,
    )


def _spans(spans: Sequence[Span], side: Side) -> list[SegmentDocument]:
    return [
        SegmentDocument(block=span.block or "", start=span.start, end=span.end, text=text)
        for span, text in zip(spans, span_texts(spans, side.texts), strict=True)
    ]


def finding_meanings(language: str = ENGLISH) -> dict[str, FindingMeaning]:
    """Of findings on translations and on files, by code. ``language`` is one of those that texts are in."""
    codes = {**of_files.CODES, **CODES}
    return {
        code: FindingMeaning(
            href=finding_address(code),
            code=code,
            severity=each.severity,
            meaning=translate(each.meaning, language),
        )
        for code, each in sorted(codes.items())
    }
