import json
import sys
from typing import Annotated

import typer

from app.cli.choosing_encoder import choose_encoder
from app.database.engine import Database
from app.database.migrations import require_head
from app.queries.examination import MOST_COMPARED, examine
from app.settings import load_settings

WRONG = 1


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    compare_all: Annotated[
        bool,
        typer.Option(
            "--all", help=f"Compare all texts with the index, and not only {MOST_COMPARED:,} of them."
        ),
    ] = False,
) -> None:
    """Look for damage in the database, and for texts that searches do not find; say what repairs it.

    It changes nothing, but writers wait. Exit code 1: something is wrong.
    """
    settings = load_settings()
    database = Database(settings)
    is_well = True
    try:
        require_head(database)
        with database.write(rehearsal=True) as session:
            most = sys.maxsize if compare_all else MOST_COMPARED
            for examined in examine(session, choose_encoder(settings), most=most):
                is_well &= not examined.wrong
                if as_json:
                    repair = examined.repair if examined.wrong else None
                    typer.echo(
                        json.dumps({"name": examined.name, "wrong": examined.wrong or None, "repair": repair})
                    )
                elif examined.wrong:
                    typer.echo(f"{examined.name}: {examined.wrong}; repair: {examined.repair}")
                else:
                    typer.echo(f"{examined.name}: ok")
    finally:
        database.close()
    if not is_well:
        raise typer.Exit(WRONG)
