import json
from collections import Counter
from typing import Annotated, Any

import typer

from app.database.migrations import open_database
from app.language.filtering import covers, parse_filter
from app.parallel.changes import Change
from app.parallel.outdated_segments import OutdatedSegment
from app.parallel.segments import Segment
from app.queries.staleness import OutdatedVersion, list_outdated_versions
from app.settings import load_settings


def outdated(
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="RANGE", help="Only translations into it: en, zh, *-CH."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line, one a translation.")
    ] = False,
) -> None:
    """List the translations whose original has changed since, with the segments that changed."""
    wanted = parse_filter(language) if language else "*"
    database = open_database(load_settings())
    counted: Counter[str] = Counter()
    try:
        with database.read() as session:
            for version in list_outdated_versions(session):
                if covers(wanted, version.language):
                    typer.echo(json.dumps(_object(version)) if as_json else "\n".join(_lines(version)))
                    counted[version.language] += 1
    finally:
        database.close()
    if not as_json:
        numbers = ", ".join(f"{number} {language}" for language, number in sorted(counted.items()))
        typer.echo(f"outdated: {numbers or 'nothing'}")


def _lines(version: OutdatedVersion) -> list[str]:
    changes = [line for segment in version.segments for line in _change_lines(segment)]
    return [f"{version.article_id}/{version.language}: {len(version.segments)} changed", *changes]


def _change_lines(segment: OutdatedSegment) -> list[str]:
    change = segment.change
    shown = [("-", change.old), ("+", change.new), *(("=", each) for each in segment.target)]
    return [
        f"  {_place(change)}: {change.type}",
        *(f"    {mark} {each.text}" for mark, each in shown if each),
    ]


def _place(change: Change) -> str:
    """In the original as it is, or where that has lost it as it was."""
    segment = change.new or change.old
    return f"{segment.block}:{segment.start}-{segment.end}" if segment else ""


def _object(version: OutdatedVersion) -> dict[str, Any]:
    return {
        "article": version.article_id,
        "source_language": version.source_language,
        "language": version.language,
        "changes": [
            {
                "type": each.change.type,
                "before": _segment(each.change.old),
                "after": _segment(each.change.new),
                "translation": [_segment(segment) for segment in each.target],
            }
            for each in version.segments
        ],
    }


def _segment(segment: Segment | None) -> dict[str, Any] | None:
    if segment is None:
        return None
    return {"block": segment.block, "start": segment.start, "end": segment.end, "text": segment.text}
