"""The command line: ``dragoman COMMAND``.

Exit codes: 0 done; 1 done, but for what was refused; 2 wrong usage, a path that is not there;
3 a setting, the database or its schema stands in the way; 4 done, but a cache could not be told of it;
130 interrupted.
"""

import gc
import os
import sys
from enum import IntEnum
from errno import EBADF, EFBIG, EIO, ENOSPC, EPIPE
from importlib import import_module
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated

import typer

from app.errors import CacheUnreachable, DragomanError, Problem, Refusal

MODULES = {
    "serve": "serve",
    "import": "import_articles",
    "reindex": "reindex",
    "check": "check",
    "show": "show",
    "doctor": "doctor",
    "outdated": "outdated",
    "migrate": "migrate",
    "healthcheck": "healthcheck",
    "openapi": "openapi",
    "export": "export",
    "people": "people",
    "places": "places",
}
"""Of this package, by command; what it is stands in each under the module's own name."""

_OF_OUTPUT = frozenset({EBADF, EFBIG, EIO, ENOSPC, EPIPE})


class Exit(IntEnum):
    USAGE = 2
    TROUBLE = 3
    UNTOLD = 4
    INTERRUPTED = 130


def _commands(asked: str) -> typer.Typer:
    """The one that is asked for: to import them all takes longer than most of them work. Else all."""
    commands = typer.Typer(
        name="dragoman",
        help="Serves multilingual news over HTTP, each reader in the best language there is.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    commands.callback()(_one_of_several)
    for name in [asked] if asked in MODULES else MODULES:
        command = getattr(import_module(f"{__name__}.{MODULES[name]}"), MODULES[name])
        if isinstance(command, typer.Typer):
            commands.add_typer(command)
        else:
            commands.command(name)(command)
    return commands


def _print_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"dragoman {version('dragoman')}")
        raise typer.Exit


def _one_of_several(
    is_version_asked: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """A program of a single command would not be asked for by name."""


def main() -> None:
    _let_any_name_be_printed()
    try:
        commands = _commands(*sys.argv[1:2] or [""])
        gc.freeze()  # modules stay: each full collection would go over their hundred thousand objects again
        commands()
    except Refusal as refusal:
        _stop(refusal.message, Exit.USAGE)
    except Problem as problem:
        _stop(_with_cause(problem), Exit.TROUBLE)
    except CacheUnreachable as error:
        _stop(f"{error}; the next import tells it", Exit.UNTOLD)
    except DragomanError as error:
        _stop(str(error), Exit.TROUBLE)
    except OSError as error:
        _stop(_reason(error), Exit.TROUBLE)
    except KeyboardInterrupt:
        _stop("interrupted", Exit.INTERRUPTED)


def _let_any_name_be_printed() -> None:
    """A file's name need not be UTF-8; saying so must not fail."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _with_cause(problem: Problem) -> str:
    """With the database's own words, which a client over HTTP is not to read."""
    cause = getattr(problem.__cause__, "orig", None)
    return f"{problem.detail} ({' '.join(str(cause).split())})" if cause else str(problem.detail)


def _reason(error: OSError) -> str:
    """What could not be read or written, and why; what has no name is what is printed."""
    reason = error.strerror or str(error)
    if error.filename is None:
        return f"the output cannot be written: {reason}" if error.errno in _OF_OUTPUT else reason
    return f"{os.fsdecode(error.filename)}: {reason}"


def _stop(message: str, code: Exit) -> None:
    print(f"dragoman: {message}", file=sys.stderr)  # noqa: T201  # a command line speaks on stderr
    sys.exit(code)
