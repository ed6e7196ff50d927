"""What an import says while it works: lines for people, JSON lines for machines."""

import json
import os
import sys
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from app.commands.import_inbox import ArticleReport, EntityReport, Report
from app.commands.import_xliff import TranslationReport
from app.commands.reindex import AlignReport, IndexReport, RelinkReport, RenderReport
from app.intake.finding import FileFinding
from app.representations.addresses import finding_address


class ImportReport(ABC):
    def __init__(self, dry_run: bool) -> None:
        self._dry_run = dry_run
        self._articles: Counter[str] = Counter()
        self._languages: Counter[str] = Counter()
        self._entities: Counter[str] = Counter()
        self._findings: Counter[str] = Counter()
        self._of_pairs: Counter[str] = Counter()

    @property
    def refused(self) -> int:
        return self._findings["refused"]

    def findings(self, findings: Iterable[FileFinding]) -> None:
        """Those that belong to no article."""
        for finding in findings:
            self._findings[finding.severity] += 1
            self._show_finding(finding)

    def add(self, report: Report) -> None:
        """By the time it is shown, what it says is stored."""
        match report:
            case ArticleReport():
                self._articles[report.status] += 1
                self._languages.update(report.languages.values())
                self._findings.update(finding.severity for finding in report.findings)
                self._of_pairs.update(report.of_pairs)
                self._show_article(report)
            case TranslationReport():
                if report.status != "refused":
                    self._languages[report.status] += 1
                self._findings.update(finding.severity for finding in report.findings)
                self._of_pairs.update(report.of_pairs)
                self._show_translation(report)
            case FileFinding():
                self.findings([report])
            case EntityReport():
                self._entities.update(report.entities.values())
                self._findings.update(finding.severity for finding in report.findings)
                self._show_entities(report)
            case RelinkReport():
                self._show_relinked(report)
            case RenderReport():
                self._show_rendered(report)
            case IndexReport():
                self._show_indexed(report)
            case AlignReport():
                self._show_aligned(report)

    @abstractmethod
    def finish(self) -> None: ...

    @abstractmethod
    def _show_finding(self, finding: FileFinding) -> None: ...

    @abstractmethod
    def _show_article(self, report: ArticleReport) -> None: ...

    @abstractmethod
    def _show_translation(self, report: TranslationReport) -> None: ...

    @abstractmethod
    def _show_entities(self, report: EntityReport) -> None: ...

    @abstractmethod
    def _show_relinked(self, report: RelinkReport) -> None: ...

    @abstractmethod
    def _show_rendered(self, report: RenderReport) -> None: ...

    @abstractmethod
    def _show_indexed(self, report: IndexReport) -> None: ...

    @abstractmethod
    def _show_aligned(self, report: AlignReport) -> None: ...


class LineReport(ImportReport):
    """Results on standard output, findings on standard error."""

    def finish(self) -> None:
        if not (self._articles or self._languages or self._entities or self._findings):
            _print("nothing to import: no folder here has a .txt file, and none people.toml or places.toml")
            return
        would = " would be" if self._dry_run else ""
        for what, counted in (
            ("articles", self._articles),
            ("language versions", self._languages),
            ("people and places", self._entities),
        ):
            if counted:
                _print(f"{what}{would}: {_join(counted)}")
        _print(f"findings: {_join(self._findings) or 'none'}")
        if self._of_pairs:
            _print(f"findings on translations: {_join(self._of_pairs)}; see dragoman check")

    def _show_finding(self, finding: FileFinding) -> None:
        print(finding, file=sys.stderr, flush=True)  # noqa: T201  # a command line speaks

    def _show_article(self, report: ArticleReport) -> None:
        for finding in report.findings:
            self._show_finding(finding)
        languages = ", ".join(f"{language} {status}" for language, status in report.languages.items())
        outdated = f"; outdated: {', '.join(report.outdated)}" if report.outdated else ""
        _print(f"{report.status} {report.id}" + (f": {languages}{outdated}" if languages else ""))

    def _show_translation(self, report: TranslationReport) -> None:
        for finding in report.findings:
            self._show_finding(finding)
        _print(f"{report.status} {report.article_id}/{report.language}")

    def _show_entities(self, report: EntityReport) -> None:
        for finding in report.findings:
            self._show_finding(finding)
        refused = any(finding.severity == "refused" for finding in report.findings)
        counted = _join(Counter(report.entities.values())) or "nobody and nothing in it"
        _print(f"{report.path}: {'refused' if refused else counted}")

    def _show_relinked(self, report: RelinkReport) -> None:
        _print(f"linked people and places anew in {report.translations} language versions")

    def _show_rendered(self, report: RenderReport) -> None:
        _print(f"rendered {report.translations} language versions anew")

    def _show_indexed(self, report: IndexReport) -> None:
        _print(f"indexed {report.translations} language versions anew")

    def _show_aligned(self, report: AlignReport) -> None:
        _print(f"aligned {report.translations} language versions anew")


class JsonReport(ImportReport):
    """One JSON object a line: ``article``, ``translation``, ``file``, ``finding``, ``relinked``,
    ``rendered``, ``indexed``, ``aligned``, and ``summary`` last.
    """

    def finish(self) -> None:
        summary = {
            "dry_run": self._dry_run,
            "articles": self._articles,
            "languages": self._languages,
            "entities": self._entities,
            "findings": self._findings,
            "findings_on_translations": self._of_pairs,
        }
        _print_json({"summary": summary})

    def _show_finding(self, finding: FileFinding) -> None:
        _print_json({"finding": finding_object(finding)})

    def _show_article(self, report: ArticleReport) -> None:
        _print_json(
            {
                "article": report.id,
                "path": str(report.path),
                "status": report.status,
                "languages": report.languages,
                "outdated": report.outdated,
                "findings": [finding_object(finding) for finding in report.findings],
            }
        )

    def _show_translation(self, report: TranslationReport) -> None:
        _print_json(
            {
                "translation": report.article_id,
                "language": report.language,
                "path": str(report.path),
                "status": report.status,
                "findings": [finding_object(finding) for finding in report.findings],
            }
        )

    def _show_entities(self, report: EntityReport) -> None:
        _print_json(
            {
                "file": str(report.path),
                "entities": report.entities,
                "findings": [finding_object(finding) for finding in report.findings],
            }
        )

    def _show_relinked(self, report: RelinkReport) -> None:
        _print_json({"relinked": report.translations})

    def _show_rendered(self, report: RenderReport) -> None:
        _print_json({"rendered": report.translations})

    def _show_indexed(self, report: IndexReport) -> None:
        _print_json({"indexed": report.translations})

    def _show_aligned(self, report: AlignReport) -> None:
        _print_json({"aligned": report.translations})


def finding_object(finding: FileFinding) -> dict[str, Any]:
    return {
        "path": str(finding.path),
        "line": finding.line,
        "column": finding.column,
        "severity": finding.severity,
        "code": finding.code,
        "message": finding.message,
        "meaning": finding_address(finding.code),
    }


def _join(counted: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {what}" for what, number in counted.items())


def _print(line: str) -> None:
    """Whoever stopped listening does not stop the work."""
    try:
        print(line, flush=True)  # noqa: T201  # a command line speaks
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_json(document: Mapping[str, Any]) -> None:
    _print(json.dumps(document))
