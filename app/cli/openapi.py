import json

import typer

from app.settings import load_settings


def openapi() -> None:
    """Print the OpenAPI document of the server."""
    from app.main import create_app  # noqa: PLC0415  # half a second that the other commands need not wait

    typer.echo(json.dumps(create_app(load_settings()).openapi(), ensure_ascii=False, indent=2))
