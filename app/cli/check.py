import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from app.cli.checked import SEVERITIES, Checked, Place, of_article, of_file, of_submission
from app.cli.choosing_encoder import choose_encoder
from app.cli.sarif import sarif_log
from app.cli.telling import Telling
from app.cli.written_file import written_file
from app.commands.align_article import align_article
from app.commands.check_submission import check_submission
from app.commands.dismiss_finding import dismiss_finding
from app.database.engine import Database
from app.database.migrations import open_database
from app.errors import Refusal
from app.intake.article_folder import find_inbox, read_submission
from app.parallel.encoder import Encoder
from app.queries.checked_articles import CheckedArticle, check_article, list_article_ids
from app.representations.addresses import finding_address
from app.settings import Settings, load_settings

FOUND = 1


def check(
    subjects: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH|ID]...",
            help="Folders of articles, which are not imported, or ids of articles; none: all stored.",
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line, the summary last.")
    ] = False,
    sarif: Annotated[
        Path | None, typer.Option("--sarif", metavar="FILE", help="Write SARIF 2.1.0 into a file, too.")
    ] = None,
    fail_on: Annotated[
        Literal["error", "warning", "info"],
        typer.Option("--fail-on", help="The least severity that makes the exit code 1."),
    ] = "error",
    dismiss: Annotated[
        str | None,
        typer.Option(
            "--dismiss",
            metavar="FINDING",
            help="Say that a finding is none; that holds until its texts change.",
        ),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why it is none.")] = "",
) -> None:
    """Lay the languages of articles side by side and report what is lost, left over or not the same.

    Exit code 1: something that was found is as severe as --fail-on says, and nobody has dismissed it.
    """
    settings = load_settings()
    if dismiss is not None:
        _dismiss(settings, dismiss, reason)
        return
    if reason:
        raise typer.BadParameter("it is said of a finding that --dismiss names", param_hint="--reason")
    report = _JsonReport() if as_json else _LineReport()
    findings = []
    with nullcontext() if sarif is None else written_file(str(sarif)) as file:
        for finding in _findings(settings, subjects or []):
            report.show(finding)
            findings.append(finding)
        report.finish()
        if file is not None:
            file.write((json.dumps(sarif_log(findings), ensure_ascii=False, indent=1) + "\n").encode())
    failing = SEVERITIES[SEVERITIES.index(fail_on) :]
    if any(each.severity in failing and each.dismissed is None for each in findings):
        raise typer.Exit(FOUND)


def _dismiss(settings: Settings, finding: str, reason: str) -> None:
    if not reason.strip():
        raise Refusal("missing-reason", "--dismiss needs a --reason")
    database = open_database(settings)
    try:
        with database.write() as session:
            article_id = dismiss_finding(session, finding, reason.strip(), datetime.now(UTC))
        typer.echo(f"dismissed {finding} of {article_id}")
        Telling(database).to_the_end()
    finally:
        database.close()


def _findings(settings: Settings, subjects: Sequence[str]) -> Iterator[Checked]:
    encoder = choose_encoder(settings)
    paths = [Path(each) for each in subjects if Path(each).exists()]
    if paths:
        yield from _of_paths(paths, settings.default_language, encoder)
    ids = [each for each in subjects if not Path(each).exists()]
    if ids or not subjects:
        database = open_database(settings)
        try:
            for article in _articles(database, ids, encoder):
                yield from of_article(article)
        finally:
            database.close()


def _of_paths(paths: Sequence[Path], default_language: str, encoder: Encoder | None) -> Iterator[Checked]:
    """Raises Refusal where there is nothing to check: a gate that sees nothing lets nothing through."""
    inbox = find_inbox(paths)
    if not inbox.article_folders and not inbox.findings:
        raise Refusal("nothing-to-check", f"{', '.join(map(str, paths))}: no folder here has a .txt file")
    yield from map(of_file, inbox.findings)
    for folder in inbox.article_folders:
        submission = read_submission(folder, default_language)
        yield from map(of_file, submission.findings)
        yield from (of_submission(submission.id, each) for each in check_submission(submission, encoder))


def _articles(database: Database, ids: Iterable[str], encoder: Encoder | None) -> Iterator[CheckedArticle]:
    """What is not aligned yet is aligned first: a gate that lets through what it did not see is none."""
    with database.read() as session:
        wanted = list(ids) or list(list_article_ids(session))
    for article_id in wanted:
        with database.read() as session:
            article = check_article(session, article_id)
        if article is not None and article.findings is None:
            align_article(database, article_id, encoder)
            with database.read() as session:
                article = check_article(session, article_id)
        if article is not None:
            yield article
        elif ids:
            raise Refusal("no-such-article", f"{article_id}: neither a path nor the id of an article")


class _LineReport:
    def __init__(self) -> None:
        self._counted: Counter[str] = Counter()

    def show(self, finding: Checked) -> None:
        self._counted["dismissed" if finding.dismissed is not None else finding.severity] += 1
        if finding.dismissed is None:
            place = f"{finding.places[0]}: " if finding.places else ""
            id_ = f" [{finding.id}]" if finding.id else ""
            typer.echo(f"{place}{finding.severity}: {finding.code}: {finding.message}{id_}")

    def finish(self) -> None:
        counted = [f"{self._counted[name]} {name}" for name in (*reversed(SEVERITIES), "dismissed")]
        typer.echo(f"findings: {', '.join(counted)}")


class _JsonReport:
    """One JSON object a line: ``finding``, and ``summary`` last."""

    def __init__(self) -> None:
        self._counted: Counter[str] = Counter()

    def show(self, finding: Checked) -> None:
        self._counted["dismissed" if finding.dismissed is not None else finding.severity] += 1
        typer.echo(json.dumps({"finding": _finding_object(finding)}))

    def finish(self) -> None:
        typer.echo(
            json.dumps({"summary": {name: self._counted[name] for name in (*SEVERITIES, "dismissed")}})
        )


def _finding_object(finding: Checked) -> dict[str, Any]:
    return {
        "id": finding.id or None,
        "article": finding.article,
        "languages": list(finding.languages),
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "meaning": finding_address(finding.code),
        "places": [_place_object(each) for each in finding.places],
        "beside": [_place_object(each) for each in finding.beside],
        "evidence": dict(finding.evidence),
        "dismissed": finding.dismissed,
    }


def _place_object(place: Place) -> dict[str, Any]:
    if place.block:
        span = {"block": place.block, "start": place.start, "end": place.end}
        return {"in": place.of, **span, "text": place.text}
    return {"in": place.of, "line": place.line, **({"text": place.text} if place.text else {})}
