"""Every environment variable the program reads, each with its unit, its default and its reason."""

from typing import Annotated, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.errors import SettingError
from app.language.tag import parse_language_tag


class Settings(BaseSettings):
    """Read from variables named ``DRAGOMAN_`` and the field's name in capitals."""

    model_config = SettingsConfigDict(env_prefix="DRAGOMAN_", frozen=True)

    database_url: Annotated[
        str,
        Field(
            description="Where everything is stored: `sqlite:///file` (four slashes for an absolute path) "
            "or `postgresql://user:password@host/name`. A file needs no server, so it is the default."
        ),
    ] = "sqlite:///dragoman.db"
    default_language: Annotated[
        str,
        Field(
            description="The language (BCP 47) that readers get who ask for none that an article has. "
            "An article without it falls back on its source language."
        ),
    ] = "en"
    host: Annotated[
        str,
        Field(min_length=1, description="The address to listen on. The default lets in only this machine."),
    ] = "127.0.0.1"
    port: Annotated[
        int, Field(ge=0, le=65535, description="The TCP port to listen on; 0 takes a free one.")
    ] = 8000
    workers: Annotated[
        int,
        Field(
            ge=1,
            le=64,
            description="Server processes. More than one on SQLite needs a SQLite without the "
            "WAL-reset fault (3.51.3); with an older one the server warns and runs one.",
        ),
    ] = 1
    migrate_on_start: Annotated[
        bool,
        Field(
            description="Whether a command brings the database's schema up to date before it works. "
            "Switch it off where `dragoman migrate` is a step of its own; a command then refuses a "
            "database whose schema is not its own."
        ),
    ] = True
    encoder: Annotated[
        Literal["installed", "none"],
        Field(
            description="Whether sentences are aligned, and texts found by meaning, with the encoder of "
            "the extra `encoder` where that is installed: better, but seconds to load, half a second an "
            "article, and 130 MB of the process that searches."
        ),
    ] = "installed"
    sqlite_synchronous: Annotated[
        Literal["FULL", "NORMAL"],
        Field(
            description="SQLite's `synchronous`. `FULL` keeps every acknowledged write through a power cut; "
            "`NORMAL` writes faster and may lose the last ones, never corrupting the file."
        ),
    ] = "FULL"
    write_timeout: Annotated[
        float,
        Field(
            gt=0,
            le=3600,
            description="Seconds a writer waits for its turn before it gives up (HTTP: 503).",
        ),
    ] = 30.0
    read_connections: Annotated[
        int,
        Field(
            ge=1,
            le=1000,
            description="Connections a server process keeps for readers; requests over that wait their turn.",
        ),
    ] = 10
    search_timeout: Annotated[
        float,
        Field(
            gt=0,
            le=60,
            description="Seconds that a search may take, after it has waited for others up to twice as long "
            "(HTTP: 503 after that).",
        ),
    ] = 2.0
    search_process: Annotated[
        bool | None,
        Field(
            description="Whether each server process has another one beside it that answers searches, so "
            "that no reader of an article waits for them; it takes some 130 MB. By default where the "
            "machine or the container has 512 MB for each."
        ),
    ] = None
    remembered_bytes: Annotated[
        int,
        Field(
            ge=0,
            description="Bytes of lists and other answers that a server process keeps until anything is "
            "written to the database; single articles are stored there instead.",
        ),
    ] = 33_554_432
    page_cache_bytes: Annotated[
        int | None,
        Field(
            ge=1_048_576,
            description="Bytes of SQLite's pages the server processes together keep to read articles from; "
            "by default a quarter of the memory that the machine or the container has. Only what was read "
            "takes room, the newest articles from the start; what another process writes empties it, and "
            "when nothing more is written they are read again.",
        ),
    ] = None
    purge_urls: Annotated[
        str,
        Field(
            pattern=r"^\s*(https?://\S+\s*)*$",
            description="Base addresses of the shared caches in front (Varnish, see `deploy/varnish`), "
            "separated by spaces. They are told what changes, so they may keep answers for long. The "
            "server and every command need this: a change by a command without it is told to nobody.",
        ),
    ] = ""
    max_request_body: Annotated[
        int,
        Field(ge=0, description="Bytes a request may carry (HTTP: 413 over that). Reading needs none."),
    ] = 1_048_576
    max_age: Annotated[
        int,
        Field(
            ge=0,
            le=31_536_000,
            description="Seconds for which a cache may serve an answer without asking whether it changed. "
            "Short: news is corrected.",
        ),
    ] = 10
    stale_while_revalidate: Annotated[
        int,
        Field(
            ge=0,
            le=31_536_000,
            description="Seconds after that for which a cache may serve the answer once more while it asks "
            "(RFC 5861). With this and the maximum age 0, caches ask before each use.",
        ),
    ] = 60
    max_header_bytes: Annotated[
        int,
        Field(
            ge=1024,
            description="Bytes of a request's line and header, and of its trailers (HTTP: 431 over that). "
            "Leaves room beside one field of 64 KB.",
        ),
    ] = 98_304
    max_header_fields: Annotated[
        int,
        Field(ge=1, description="Fields of a request's header (HTTP: 431 over that). Browsers send twenty."),
    ] = 100
    max_connections: Annotated[
        int,
        Field(
            ge=1,
            description="Connections a server process has open (HTTP: 503 over that). With the database's "
            "files they fit into the 1,024 that a process may open by default.",
        ),
    ] = 800
    header_timeout: Annotated[
        float,
        Field(
            gt=0,
            le=3600,
            description="Seconds from a connection's opening, or a next request's first byte, until the "
            "header is complete (HTTP: 408 after that).",
        ),
    ] = 10.0
    body_timeout: Annotated[
        float,
        Field(
            gt=0,
            le=3600,
            description="Seconds more that a request's body may take, besides those that "
            "`DRAGOMAN_MINIMUM_RATE` gives it (HTTP: 408 after that).",
        ),
    ] = 20.0
    send_timeout: Annotated[
        float,
        Field(
            gt=0,
            le=3600,
            description="Seconds that a client may take nothing of its answer before it is cut.",
        ),
    ] = 20.0
    minimum_rate: Annotated[
        float,
        Field(
            gt=0,
            description="Bytes a second below which a client uses up its time to send a body or to read an "
            "answer. Slower than any telephone, faster than a trickle.",
        ),
    ] = 1000.0
    keep_alive_timeout: Annotated[
        float,
        Field(
            gt=0,
            le=3600,
            description="Seconds that a connection may wait for its next request. Behind a proxy, more than "
            "the proxy's own.",
        ),
    ] = 5.0
    shutdown_timeout: Annotated[
        int,
        Field(ge=0, le=3600, description="Seconds that requests under way get to finish after SIGTERM."),
    ] = 10
    access_log: Annotated[
        bool,
        Field(
            description="Whether each request is logged, with the client that a proxy on the same machine, "
            "or one that `FORWARDED_ALLOW_IPS` lists, says it has. "
            "Off: it costs more than reading an article."
        ),
    ] = False

    @field_validator("default_language")
    @classmethod
    def _canonical(cls, tag: str) -> str:
        return parse_language_tag(tag)


def load_settings(**overrides: object) -> Settings:
    """Raises SettingError naming the variable; ``overrides`` win over the environment."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]  # pydantic checks what a command line gave
    except ValidationError as error:
        first = error.errors()[0]
        variable = "DRAGOMAN_" + str(first["loc"][0]).upper() if first["loc"] else "DRAGOMAN_*"
        raise SettingError(f"{variable}: {first['msg'].removeprefix('Value error, ')}") from error
