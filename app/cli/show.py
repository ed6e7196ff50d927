"""Two languages of an article side by side, or the names in all of them, for people."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.cli.choosing_encoder import choose_encoder
from app.commands.align_article import align_article
from app.database.engine import Database
from app.database.migrations import open_database
from app.errors import Refusal
from app.models import Mention
from app.parallel.checks.finding import Severity
from app.parallel.pairs import Pair
from app.parallel.segments import Segment
from app.queries.alignments import ArticleFinding
from app.queries.mentions import list_mentions
from app.queries.side_by_side import SideBySide, get_languages, lay_side_by_side
from app.settings import Settings, load_settings

PIPED_WIDTH = 120
# Every column of names has room for a wide character.
NARROWEST = 40
STYLES: Mapping[Severity, str] = {"info": "cyan", "warning": "yellow", "error": "red"}
_HEADINGS = frozenset({"headline", "heading"})
COUPLE = 2


def show(
    article_id: Annotated[str, typer.Argument(metavar="ID", help="The article's id.")],
    languages: Annotated[
        str | None,
        typer.Option("--languages", metavar="A,B", help="Two of its languages; not needed where it has two."),
    ] = None,
    names: Annotated[
        bool,
        typer.Option("--names", help="Print whom and what each text names, and how that was seen."),
    ] = False,
) -> None:
    """Print two languages of an article side by side, segment by segment, with what is noticed there."""
    settings = load_settings()
    database = open_database(settings)
    try:
        with database.read() as session:
            available = get_languages(session, article_id)
            named = list(list_mentions(session, article_id)) if names else []
        if not available:
            raise Refusal("no-such-article", f"there is no article {article_id!r}")
        chosen = languages.split(",") if languages else available
        if names:
            table = _table_of_names(chosen, available, named)
        else:
            table = _table(_lay(database, settings, article_id, chosen, available))
    finally:
        database.close()
    console = Console(highlight=False)
    width = console.width if console.is_terminal else _piped_width()
    Console(highlight=False, width=max(width, NARROWEST)).print(table)


def _piped_width() -> int:
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() else PIPED_WIDTH


def _table_of_names(
    chosen: Sequence[str], available: Sequence[str], named: Iterable[tuple[str, Mention]]
) -> Table:
    if not set(chosen) <= set(available):
        raise Refusal("languages", f"this article's languages are: {', '.join(available)}")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("language", "at", "name", "who or what", "seen by", "score"):
        table.add_column(heading, justify="right" if heading == "score" else "left", overflow="fold")
    for language, mention in named:
        if language in chosen:
            table.add_row(*map(Text, _row_of_name(language, mention)))
    return table


def _row_of_name(language: str, mention: Mention) -> Iterator[str]:
    yield language
    yield f"{mention.block}:{mention.start}-{mention.end}"
    yield mention.surface
    yield f"person {mention.person_id}" if mention.person_id else f"place {mention.place_id}"
    yield mention.evidence
    yield f"{mention.score:.2f}"


def _lay(
    database: Database,
    settings: Settings,
    article_id: str,
    chosen: Sequence[str],
    available: Sequence[str],
) -> SideBySide:
    if len(chosen) != COUPLE or len(set(chosen)) != COUPLE or not set(chosen) <= set(available):
        raise Refusal(
            "languages", f"--languages needs two languages of this article, which has: {', '.join(available)}"
        )
    with database.read() as session:
        texts = lay_side_by_side(session, article_id, *chosen)
    if texts is None:
        align_article(database, article_id, choose_encoder(settings))
        with database.read() as session:
            texts = lay_side_by_side(session, article_id, *chosen)
    if texts is None:
        raise Refusal("changed", f"{article_id} is being changed; try again")
    return texts


def _table(texts: SideBySide) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for language in (texts.source, texts.target):
        table.add_column(language, ratio=1, overflow="fold")
    for pair in texts.pairs:
        table.add_row(_side(pair.source), _side(pair.target))
        for finding in _findings_at(texts.findings, pair, texts):
            table.add_row(*_row(finding, texts))
    for finding in _findings_at(texts.findings, None, texts):
        table.add_row(*_row(finding, texts))
    return table


def _side(segments: Sequence[Segment]) -> Text:
    text = " ".join(segment.text for segment in segments)
    return Text(text, style="bold" if segments and segments[0].kind in _HEADINGS else "")


def _row(finding: ArticleFinding, texts: SideBySide) -> tuple[Text, Text]:
    """Below the side that it shows on: where the translation has nothing, below the source."""
    found = finding.found.finding
    seen = ", ".join(f"{name} {value!r}" for name, value in found.evidence.items())
    dismissed = f" (dismissed: {finding.dismissal.reason})" if finding.dismissal else ""
    text = Text(f"  {found.severity}: {found.code}: {seen}{dismissed}", style=STYLES[found.severity])
    shows_on = finding.target if found.target_spans else finding.source
    return (text, Text()) if shows_on == texts.source else (Text(), text)


def _findings_at(
    findings: Sequence[ArticleFinding], pair: Pair | None, texts: SideBySide
) -> Iterator[ArticleFinding]:
    """Those that begin in the pair's segments, or without a pair those that begin in none."""
    for finding in findings:
        first = _first_place(finding)
        if pair is None:
            if not any(_holds(each, first, texts) for each in texts.pairs):
                yield finding
        elif _holds(pair, first, texts):
            yield finding


def _first_place(finding: ArticleFinding) -> tuple[str, str, int] | None:
    """None where it stands in neither text: the source has lost what was never translated."""
    found = finding.found.finding
    language, spans = (
        (finding.target, found.target_spans) if found.target_spans else (finding.source, found.source_spans)
    )
    return (language, spans[0].block or "", spans[0].start) if spans else None


def _holds(pair: Pair, place: tuple[str, str, int] | None, texts: SideBySide) -> bool:
    if place is None:
        return False
    language, block, start = place
    segments = pair.source if language == texts.source else pair.target
    return language in (texts.source, texts.target) and any(
        segment.block == block and segment.start <= start < segment.end for segment in segments
    )
