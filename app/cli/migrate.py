import typer

from app.database.engine import Database
from app.database.migrations import head_revision, upgrade
from app.settings import load_settings


def migrate() -> None:
    """Bring the database's schema up to date, creating a SQLite file that is not there."""
    database = Database(load_settings())
    upgrade(database)
    database.close()
    typer.echo(f"The database is at revision {head_revision()}.")
