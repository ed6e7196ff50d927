"""``dragoman places``: what is done about places from the command line."""

import typer

from app.cli.load_gazetteer import load_places

places = typer.Typer(name="places", help="Places that articles may name.", no_args_is_help=True)
places.add_typer(load_places)
