"""What a reader of files has to say about them, each with its place and a stable code."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.errors import Refusal
from app.newswire.findings import Finding

Severity = Literal["refused", "warning", "info"]


@dataclass(frozen=True, slots=True)
class FileFinding:
    """Lines and columns count from 1, columns in code points; 0 means the whole file."""

    path: Path
    line: int
    column: int
    severity: Severity
    code: str
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else str(self.path)
        return f"{place}: {self.severity}: {self.code}: {self.message}"


def refused(path: Path, refusal: Refusal) -> FileFinding:
    return FileFinding(path, refusal.line, refusal.column, "refused", refusal.code, refusal.message)


def noticed(path: Path, finding: Finding) -> FileFinding:
    return FileFinding(path, finding.line, finding.column, finding.severity, finding.code, finding.message)
