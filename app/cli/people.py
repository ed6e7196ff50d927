"""``dragoman people``: what is done about people from the command line."""

import typer

from app.cli.load_gazetteer import load_people

people = typer.Typer(name="people", help="People that articles may name.", no_args_is_help=True)
people.add_typer(load_people)
