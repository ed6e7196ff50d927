"""The command line: ``dragoman COMMAND``.

Exit codes: 0 done; 1 done, but for what was refused; 2 wrong usage, a path that is not there;
3 a setting, the database or its schema stands in the way; 4 done, but a cache could not be told of it;
130 interrupted.
"""

import sys
from enum import IntEnum
from io import TextIOWrapper

import typer

from app.cli import (
    check,
    doctor,
    export,
    healthcheck,
    import_articles,
    migrate,
    openapi,
    outdated,
    people,
    places,
    reindex,
    serve,
    show,
)
from app.errors import CacheUnreachable, DragomanError, Problem, Refusal


class Exit(IntEnum):
    USAGE = 2
    TROUBLE = 3
    UNTOLD = 4
    INTERRUPTED = 130


commands = typer.Typer(
    name="dragoman",
    help="Serves multilingual news over HTTP, each reader in the best language there is.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
commands.command("serve")(serve.serve)
commands.command("import")(import_articles.import_articles)
commands.command("reindex")(reindex.reindex)
commands.command("check")(check.check)
commands.command("show")(show.show)
commands.command("doctor")(doctor.doctor)
commands.command("outdated")(outdated.outdated)
commands.command("migrate")(migrate.migrate)
commands.command("healthcheck")(healthcheck.healthcheck)
commands.command("openapi")(openapi.openapi)
commands.add_typer(export.export)
commands.add_typer(people.people)
commands.add_typer(places.places)


def main() -> None:
    _let_any_name_be_printed()
    try:
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
        _stop(str(error), Exit.TROUBLE)
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


def _stop(message: str, code: Exit) -> None:
    print(f"dragoman: {message}", file=sys.stderr)  # noqa: T201  # a command line speaks on stderr
    sys.exit(code)
