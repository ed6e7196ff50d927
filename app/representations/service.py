from typing import Literal

from pydantic import Field

from app.representations.document import Direction, Document, Tag


class ServiceDocument(Document):
    """Where everything is."""

    name: str = Field(description="What this is.", examples=["Dragoman"])
    language: Tag
    direction: Direction
    default_language: Tag
    articles: str = Field(description="All articles, newest first.", examples=["/articles"])
    languages: str = Field(description="The languages there are.", examples=["/languages"])
    search: str = Field(description="Articles by what they say, in `q`.", examples=["/search"])
    people: str = Field(description="The people that articles name.", examples=["/people"])
    places: str = Field(description="The places that articles name.", examples=["/places"])
    problems: str = Field(description="The kinds of problems there are.", examples=["/problems"])
    documentation: str = Field(description="This API's documentation, for people.", examples=["/docs"])
    openapi: str = Field(description="This API's documentation, for programs.", examples=["/openapi.json"])


class HealthDocument(Document):
    """That the process runs."""

    status: Literal["ok"] = Field(
        description="Always `ok`: a server that is not says so by the HTTP status.", examples=["ok"]
    )


class ReadinessDocument(HealthDocument):
    """That requests can be answered."""

    database: str = Field(description="The kind and version of the database.", examples=["SQLite 3.53.4"])
    schema_revision: str = Field(description="The migration the database is at.", examples=["0001"])
