"""A finding as ``dragoman check`` reports it, of a stored article or of a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.commands.check_submission import FileSpan, SubmissionFinding
from app.intake.finding import FileFinding
from app.parallel.checks.finding import CODES, Severity, Span
from app.parallel.side import Side
from app.queries.alignments import ArticleFinding
from app.queries.checked_articles import CheckedArticle

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Place:
    """In a file (``line`` 0 is the whole) or in a block of a stored version, ``article/language``."""

    of: str
    line: int = 0
    block: str = ""
    start: int = 0
    end: int = 0
    text: str = ""

    def __str__(self) -> str:
        if self.line:
            return f"{self.of}:{self.line}"
        return f"{self.of}:{self.block}:{self.start}-{self.end}" if self.block else self.of


@dataclass(frozen=True, slots=True)
class Checked:
    """``id`` is empty where it cannot be dismissed; ``dismissed`` is the reason why it was.

    ``places`` are in the translation, or where that has nothing in the source; ``beside`` is what they
    translate. ``languages`` are the source's and the translation's; none of a file that is no version.
    """

    id: str
    code: str
    severity: Severity
    message: str
    places: tuple[Place, ...]
    evidence: Mapping[str, str]
    beside: tuple[Place, ...] = ()
    dismissed: str | None = None
    article: str | None = None
    languages: tuple[str, ...] = ()


def of_article(article: CheckedArticle) -> Iterator[Checked]:
    for each in article.findings or ():
        dismissed = each.dismissal.reason if each.dismissal else None
        finding = each.found.finding
        yield Checked(
            each.found.id,
            finding.code,
            finding.severity,
            _message(finding.code, finding.evidence, each.source, each.target),
            tuple(_places(article, each)),
            finding.evidence,
            tuple(_beside(article, each)),
            dismissed,
            article.id,
            (each.source, each.target),
        )


def _places(article: CheckedArticle, each: ArticleFinding) -> Iterator[Place]:
    """In the target, or where that has nothing in the source."""
    finding = each.found.finding
    spans = finding.target_spans or finding.source_spans
    tag = each.target if finding.target_spans else each.source
    yield from (_place(article.id, article.sides[tag], span) for span in spans)


def _beside(article: CheckedArticle, each: ArticleFinding) -> Iterator[Place]:
    finding = each.found.finding
    if finding.target_spans:
        yield from (_place(article.id, article.sides[each.source], span) for span in finding.source_spans)


def _place(article_id: str, side: Side, span: Span) -> Place:
    block = span.block or ""
    text = side.texts.get(block, "")[span.start : span.end]
    return Place(f"{article_id}/{side.language}", 0, block, span.start, span.end, text)


def of_submission(article_id: str, each: SubmissionFinding) -> Checked:
    finding = each.found.finding
    return Checked(
        "",
        finding.code,
        finding.severity,
        _message(finding.code, finding.evidence, each.source, each.target),
        tuple(map(_place_in_file, each.places)),
        finding.evidence,
        tuple(map(_place_in_file, each.beside)),
        article=article_id,
        languages=(each.source, each.target),
    )


def _place_in_file(place: FileSpan) -> Place:
    return Place(str(place.version.path), place.line, text=place.text)


def of_file(finding: FileFinding) -> Checked:
    severity: Severity = "error" if finding.severity == "refused" else finding.severity
    place = Place(str(finding.path), finding.line)
    return Checked("", finding.code, severity, finding.message, (place,), {})


def _message(code: str, evidence: Mapping[str, str], source: str, target: str) -> str:
    seen = ", ".join(f"{name} {value!r}" for name, value in evidence.items())
    return f"{str(CODES[code].meaning).rstrip('.')} ({source} to {target}{': ' if seen else ''}{seen})"
