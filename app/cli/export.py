import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Annotated, BinaryIO, Protocol

import typer

from app.cli.exporting import Export, exporting
from app.cli.written_file import STANDARD_OUTPUT, written_file
from app.database.session import ReadSession
from app.errors import Refusal
from app.exchange.bitext import BitextWriter
from app.exchange.parallel_texts import ParallelTexts
from app.exchange.tmx import TmxWriter
from app.exchange.units import ArticleUnits, Unit
from app.exchange.xliff_writing import XliffVersion, xliff_writer
from app.intake.published_at import moment_of
from app.language.tag import parse_language_tag
from app.queries.articles import ArticleFilter
from app.queries.parallel_texts import get_parallel_texts
from app.queries.translation_units import find_units

COUPLE = 2


class Only(StrEnum):
    MISSING = "missing"
    OUTDATED = "outdated"
    ALL = "all"


Ids = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID]...", help="Ids of articles; none: all that the options select."),
]
SourceLanguage = Annotated[
    str | None,
    typer.Option("--source-language", metavar="TAG", help="Only articles whose original is in this."),
]
PublishedAfter = Annotated[
    str | None,
    typer.Option("--published-after", metavar="DAY", help="Only what was published then or later."),
]
PublishedBefore = Annotated[
    str | None, typer.Option("--published-before", metavar="DAY", help="Only what was published earlier.")
]
UpdatedSince = Annotated[
    str | None, typer.Option("--updated-since", metavar="DAY", help="Only what has changed then or later.")
]
Languages = Annotated[
    str, typer.Option("--languages", metavar="A,B", help="Two or more, which the articles have or not.")
]
LeastScore = Annotated[
    float,
    typer.Option("--least-score", min=0.0, max=1.0, help="Only pairs that are at least as sure as this."),
]
Output = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE", help="Written whole or not at all; -: standard output."),
]

export = typer.Typer(
    name="export",
    help="Write texts for translators and for the memories of their tools.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@export.command("xliff")
def export_xliff(  # noqa: PLR0913  # a command's options
    *,
    ids: Ids = None,
    language: Annotated[str, typer.Option("--language", metavar="TAG", help="To translate into.")],
    version: Annotated[XliffVersion, typer.Option("--version", help="Of XLIFF.")] = "2.1",
    only: Annotated[
        list[Only] | None,
        typer.Option("--only", help="What is not translated, or what has changed since; twice: both."),
    ] = None,
    source_language: SourceLanguage = None,
    published_after: PublishedAfter = None,
    published_before: PublishedBefore = None,
    updated_since: UpdatedSince = None,
    output: Output = STANDARD_OUTPUT,
) -> None:
    """Write XLIFF for translators; dragoman import takes it back."""
    target = parse_language_tag(language)
    filter_ = _filter(source_language, published_after, published_before, updated_since)
    with exporting(ids or [], filter_) as articles:
        find = partial(find_units, language=target, is_wanted=partial(_is_wanted, only or [Only.ALL]))
        if version == "2.1":
            _require_one_source(articles, find)
        shortened: list[str] = []
        articles_with_units = _with_units(articles.each(find), shortened)
        first = next(articles_with_units, None)
        if first is None:
            typer.echo(f"nothing to translate{_without_file(output)}", err=True)
        else:
            with _unless_nobody_listens(), written_file(output) as file:
                writer = xliff_writer(file, version, first.source_language, target)
                for article in chain([first], articles_with_units):
                    writer.add(article)
                writer.close()
        if shortened and Only.OUTDATED in (only or []):
            what = "outdated only by what the original has lost, for which XLIFF has no unit"
            typer.echo(f"{what}: {', '.join(shortened)}; see dragoman outdated", err=True)


@export.command("tmx")
def export_tmx(  # noqa: PLR0913  # a command's options
    *,
    ids: Ids = None,
    languages: Languages,
    source_language: SourceLanguage = None,
    published_after: PublishedAfter = None,
    published_before: PublishedBefore = None,
    updated_since: UpdatedSince = None,
    least_score: LeastScore = 0.0,
    output: Output = STANDARD_OUTPUT,
) -> None:
    """Write a translation memory (TMX 1.4) of what translates each other in the stored texts."""
    tags = _languages(languages)
    filter_ = _filter(source_language, published_after, published_before, updated_since)
    _export_pairs(partial(TmxWriter, now=datetime.now(UTC)), ids or [], filter_, tags, least_score, output)


@export.command("bitext")
def export_bitext(  # noqa: PLR0913  # a command's options
    *,
    ids: Ids = None,
    languages: Languages,
    source_language: SourceLanguage = None,
    published_after: PublishedAfter = None,
    published_before: PublishedBefore = None,
    updated_since: UpdatedSince = None,
    least_score: LeastScore = 0.0,
    output: Output = STANDARD_OUTPUT,
) -> None:
    """Write JSON Lines, a line for each pair of texts that translate each other."""
    tags = _languages(languages)
    filter_ = _filter(source_language, published_after, published_before, updated_since)
    _export_pairs(BitextWriter, ids or [], filter_, tags, least_score, output)


def _is_wanted(only: Sequence[Only], unit: Unit) -> bool:
    return (
        Only.ALL in only
        or (Only.MISSING in only and unit.target is None)
        or (Only.OUTDATED in only and unit.is_outdated)
    )


def _with_units(articles: Iterable[ArticleUnits | None], shortened: list[str]) -> Iterator[ArticleUnits]:
    """Puts into ``shortened`` which versions say what their original does not any more, and nothing else."""
    for article in filter(None, articles):
        if article.units:
            yield article
        elif article.is_outdated_by_removals_alone:
            shortened.append(f"{article.article_id}/{article.target_language}")


def _require_one_source(articles: Export, find: Callable[[ReadSession, str], ArticleUnits | None]) -> None:
    """Of the articles that something is to be translated of; told before anything is written."""
    if len(articles.source_languages()) > 1:
        sources = sorted({each.source_language for each in articles.each(find) if each and each.units})
        if len(sources) > 1:
            message = f"XLIFF 2.1 has one source language, and these articles have {', '.join(sources)}"
            raise Refusal("languages", f"{message}: give --source-language, or --version 1.2")


def _without_file(output: str) -> str:
    """What is said of it. An older file would pass for what was asked for; XLIFF has none without a unit."""
    file = Path(output).resolve()
    if output == STANDARD_OUTPUT or not file.is_file():
        return ""
    file.unlink()
    return f"; {output} was of an earlier time and is removed"


class _PairWriter(Protocol):
    written: int

    def add(self, texts: ParallelTexts, least_score: float) -> None: ...

    def close(self) -> None: ...


def _export_pairs(
    open_writer: Callable[[BinaryIO, Sequence[str]], _PairWriter],
    ids: Sequence[str],
    filter_: ArticleFilter,
    tags: Sequence[str],
    least_score: float,
    output: str,
) -> None:
    with exporting(ids, filter_) as articles, _unless_nobody_listens(), written_file(output) as file:
        writer = open_writer(file, tags)
        for texts in articles.each(partial(get_parallel_texts, languages=tags)):
            writer.add(texts, least_score)
        writer.close()
        typer.echo(f"pairs: {writer.written}", err=True)


def _languages(given: str) -> list[str]:
    tags = [parse_language_tag(each) for each in given.split(",")]
    if len(tags) < COUPLE or len(set(tags)) != len(tags):
        raise Refusal("languages", "--languages needs two or more different languages, as in nl,en")
    return tags


def _filter(
    source_language: str | None,
    published_after: str | None,
    published_before: str | None,
    updated_since: str | None,
) -> ArticleFilter:
    return ArticleFilter(
        source_language=[parse_language_tag(source_language)] if source_language else None,
        published_after=_moment(published_after),
        published_before=_moment(published_before),
        updated_since=_moment(updated_since),
    )


def _moment(given: str | None) -> datetime | None:
    try:
        return moment_of(given) if given else None
    except ValueError as error:
        raise Refusal("invalid-value", f"{given!r}: {error}") from error


@contextmanager
def _unless_nobody_listens() -> Iterator[None]:
    """As after ``| head``: that is no failure."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
