"""What a route works with: the settings, and one snapshot of the database."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request

from app.database.searching import searching
from app.database.session import ReadSession
from app.settings import Settings


async def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


def _read_session(request: Request) -> Iterator[ReadSession]:
    with request.app.state.database.read() as session:
        yield session


def _searching_session(request: Request) -> Iterator[ReadSession]:
    with searching(request.app.state.database, request.app.state.settings.search_timeout) as session:
        yield session


SiteSettings = Annotated[Settings, Depends(_settings)]
Snapshot = Annotated[ReadSession, Depends(_read_session)]
SearchSnapshot = Annotated[ReadSession, Depends(_searching_session)]
"""That is waited for, and may be used, no longer than a search may take."""
