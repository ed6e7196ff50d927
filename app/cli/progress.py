import sys

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

_LINES = 10
FEWEST = 100
"""What has fewer parts is soon done, and needs no lines."""


class _Lines(Progress):
    """For a log: each tenth of a long task is a line."""

    def advance(self, task_id: TaskID, advance: float = 1) -> None:
        task = next(each for each in self.tasks if each.id == task_id)
        before = _tenth(task)
        super().advance(task_id, advance)
        if _tenth(task) > before:
            line = f"{task.description}: {task.completed:.0f} of {task.total:.0f}"
            self.console.print(line, highlight=False, soft_wrap=True)


def _tenth(task: Task) -> int:
    total = task.total or 0
    return int(_LINES * min(1.0, task.completed / total)) if total >= FEWEST else 0


def progress_bar(*, is_logged: bool = False) -> Progress:
    """On standard error, where that is a terminal; elsewhere it shows nothing, or if ``is_logged`` lines."""
    console = Console(stderr=True)
    kind = _Lines if is_logged and not console.is_terminal else Progress
    return kind(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
        redirect_stdout=sys.stdout is not None and sys.stdout.isatty(),
        transient=True,
    )
