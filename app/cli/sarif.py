"""Findings in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS)."""

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from app.cli.checked import Checked, Place
from app.parallel.checks.finding import Severity
from app.representations.finding import finding_meanings

LEVELS: Mapping[Severity, str] = {"info": "note", "warning": "warning", "error": "error"}


def sarif_log(findings: Sequence[Checked]) -> dict[str, Any]:
    rules = list(dict.fromkeys(finding.code for finding in findings))
    meanings = finding_meanings()
    levels = {finding.code: LEVELS[finding.severity] for finding in findings}
    driver = {
        "name": "Dragoman",
        "version": version("dragoman"),
        "rules": [
            {
                "id": code,
                "shortDescription": {"text": meanings[code].meaning},
                "properties": {"meaning": meanings[code].href},
                "defaultConfiguration": {"level": levels[code]},
            }
            for code in rules
        ],
    }
    results = [_result(finding, rules.index(finding.code)) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"version": "2.1.0", "runs": [run]}


def _result(finding: Checked, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(place) for place in finding.places],
    }
    if finding.beside:
        result["relatedLocations"] = [_location(place) for place in finding.beside]
    if finding.id:
        result["partialFingerprints"] = {"finding/v1": finding.id}
    if finding.dismissed is not None:
        result["suppressions"] = [{"kind": "external", "justification": finding.dismissed}]
    return result


def _location(place: Place) -> dict[str, Any]:
    if not place.block:
        region = {"region": {"startLine": place.line}} if place.line else {}
        return {"physicalLocation": {"artifactLocation": {"uri": _uri(place.of)}, **region}}
    name = f"{place.of}/{place.block}"
    logical = {"name": place.block, "fullyQualifiedName": name, "kind": "element"}
    return {
        "physicalLocation": {"artifactLocation": {"uri": quote(f"articles/{place.of}")}},
        "logicalLocations": [logical],
        "properties": {"start": place.start, "end": place.end, "text": place.text},
    }


def _uri(path: str) -> str:
    return Path(path).as_uri() if Path(path).is_absolute() else quote(Path(path).as_posix())
