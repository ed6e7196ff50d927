"""``dragoman people``: what is done about people from the command line."""

import typer

from app.cli import suggest_people
from app.cli.load_gazetteer import load_people
from app.cli.merging import GoneId, IntoId, NewId, SplitId, Terms, merge_and_reindex, split_and_reindex
from app.models import Person

people = typer.Typer(name="people", help="Tend the people that articles name.", no_args_is_help=True)
people.add_typer(load_people)
people.command("suggest")(suggest_people.suggest)
people.command("accept")(suggest_people.accept)
people.command("reject")(suggest_people.reject)


@people.command("merge")
def merge_people(gone: GoneId, into: IntoId) -> None:
    """Make one person of two: FROM's names, mentions and ids elsewhere become INTO's.

    What both know, INTO knows better. FROM's addresses redirect to INTO's, and it still works as a filter.
    """
    merge_and_reindex(Person, gone, into)


@people.command("split")
def split_people(entity: SplitId, new: NewId, term: Terms) -> None:
    """Make two of one person: the terms given become NEW's, and the texts that named ID are linked anew."""
    split_and_reindex(Person, entity, new, term)
