import json

import typer

from app.main import create_app
from app.settings import load_settings


def openapi() -> None:
    """Print the OpenAPI document of the server."""
    typer.echo(json.dumps(create_app(load_settings()).openapi(), ensure_ascii=False, indent=2))
