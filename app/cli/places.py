"""``dragoman places``: what is done about places from the command line."""

import typer

from app.cli import suggest_places
from app.cli.load_gazetteer import load_places
from app.cli.merging import GoneId, IntoId, NewId, SplitId, Terms, merge_and_reindex, split_and_reindex
from app.models import Place

places = typer.Typer(name="places", help="Tend the places that articles name.", no_args_is_help=True)
places.add_typer(load_places)
places.command("suggest")(suggest_places.suggest)
places.command("accept")(suggest_places.accept)
places.command("reject")(suggest_places.reject)


@places.command("merge")
def merge_places(gone: GoneId, into: IntoId) -> None:
    """Make one place of two: FROM's names, mentions and ids elsewhere become INTO's.

    What both know, INTO knows better. FROM's addresses redirect to INTO's, and it still works as a filter.
    """
    merge_and_reindex(Place, gone, into)


@places.command("split")
def split_places(entity: SplitId, new: NewId, term: Terms) -> None:
    """Make two of one place: the terms given become NEW's, and the texts that named ID are linked anew."""
    split_and_reindex(Place, entity, new, term)
