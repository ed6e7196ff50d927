import typer

from app.settings import load_settings

_ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  # compared with, not listened on


def healthcheck() -> None:
    """Ask the server of this machine whether it is ready: exit code 0 if so, 1 if not."""
    import httpx  # noqa: PLC0415  # slow to import, and no other command asks anything

    settings = load_settings()
    host = _ANY_ADDRESS.get(settings.host, settings.host)
    address = f"http://[{host}]" if ":" in host else f"http://{host}"
    try:
        response = httpx.get(f"{address}:{settings.port}/health/ready", timeout=5, trust_env=False)
    except httpx.HTTPError as error:
        typer.echo(f"dragoman: no answer: {error}", err=True)
        raise typer.Exit(1) from error
    typer.echo(response.text)
    raise typer.Exit(0 if response.is_success else 1)
