"""What can go wrong, as one tree. Knows no web framework and no database.

DragomanError
├── Refusal                   input that cannot be taken, named by file, line and column
├── SettingError              a setting that cannot be used, named by its variable
├── SchemaError               a database whose migrations do not match this program
├── CacheUnreachable          a cache in front that could not be told of a change
└── Problem                   an answer to an HTTP request (RFC 9457), with status and stable code
    ├── BadRequest            400
    │   ├── UnknownParameter
    │   └── InvalidCursor
    ├── NotFound              404
    │   ├── LanguageUnavailable   the article is there, that language is not
    │   └── NotAligned        the article is there, how its languages correspond is not known yet
    ├── MethodNotAllowed      405
    ├── NotAcceptable         406
    ├── RequestTimeout        408
    ├── PreconditionFailed    412
    ├── ContentTooLarge       413
    ├── UnsupportedMediaType  415
    ├── InvalidInput          422
    ├── RequestHeaderFieldsTooLarge   431
    ├── InternalError         500
    ├── ServerBusy            503, no connection is free
    ├── SearchTooLong         503, stopped at its deadline, or broken off
    ├── DatabaseUnavailable   503, worth trying again
    └── DatabaseFull          507
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from app.texts.text import Text


class DragomanError(Exception):
    pass


class Refusal(DragomanError, ValueError):
    """Input that is not taken; a ValueError, so that pydantic's validators may raise it as it is.

    ``code`` is stable. ``line`` and ``column`` count from 1, columns in Unicode code points;
    0 means the fault belongs to the whole file, not to one place in it. A message that a client may
    get to read over HTTP is a Text; the others are for the command line only, which speaks English.
    ``more`` are the other faults of the same file, where one reading finds them all.
    """

    def __init__(
        self,
        code: str,
        message: str | Text,
        *,
        line: int = 0,
        column: int = 0,
        more: Sequence["Refusal"] = (),
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = str(message)
        self.line = line
        self.column = column
        self.more = more


class SettingError(DragomanError):
    pass


class SchemaError(DragomanError):
    pass


class CacheUnreachable(DragomanError):
    pass


@dataclass(frozen=True, slots=True)
class Fault:
    """One refused part of a request: ``pointer`` (RFC 6901) into the body, or ``parameter`` by name."""

    detail: Text
    parameter: str | None = None
    pointer: str | None = None


@dataclass(eq=False)
class Problem(DragomanError):
    """A problem document (RFC 9457) before it meets HTTP.

    ``extensions`` become members of the document, ``headers`` fields of the response.
    """

    status: ClassVar[int]
    code: ClassVar[str]
    title: ClassVar[Text]

    detail: Text
    faults: Sequence[Fault] = ()
    extensions: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


class BadRequest(Problem):
    status = 400
    code = "bad-request"
    title = Text("The request cannot be understood")


class UnknownParameter(BadRequest):
    code = "unknown-parameter"
    title = Text("The request has a parameter that this address does not know")


class InvalidCursor(BadRequest):
    code = "invalid-cursor"
    title = Text("The cursor was not made by this list")


class NotFound(Problem):
    status = 404
    code = "not-found"
    title = Text("There is nothing at this address")


class LanguageUnavailable(NotFound):
    code = "language-unavailable"
    title = Text("There is nothing here in that language")


class NotAligned(NotFound):
    code = "not-aligned"
    title = Text("The article's languages are not laid side by side yet")


class MethodNotAllowed(Problem):
    status = 405
    code = "method-not-allowed"
    title = Text("This address does not answer that method")


class NotAcceptable(Problem):
    status = 406
    code = "not-acceptable"
    title = Text("Nothing here is acceptable to the client")


class RequestTimeout(Problem):
    status = 408
    code = "request-timeout"
    title = Text("The request did not arrive in time")


class PreconditionFailed(Problem):
    status = 412
    code = "precondition-failed"
    title = Text("There is another version than the one the request is about")


class ContentTooLarge(Problem):
    status = 413
    code = "content-too-large"
    title = Text("The request is larger than this server takes")


class UnsupportedMediaType(Problem):
    status = 415
    code = "unsupported-media-type"
    title = Text("The request has content that this address does not take")


class InvalidInput(Problem):
    status = 422
    code = "invalid-input"
    title = Text("The request has a value that cannot be used")


class RequestHeaderFieldsTooLarge(Problem):
    status = 431
    code = "request-header-fields-too-large"
    title = Text("The request's header is larger than this server takes")


class InternalError(Problem):
    status = 500
    code = "internal-error"
    title = Text("The server failed; the fault is ours")


class ServerBusy(Problem):
    status = 503
    code = "server-busy"
    title = Text("The server has no connection free just now")


class SearchTooLong(Problem):
    status = 503
    code = "search-too-long"
    title = Text("The search was not completed")


class DatabaseUnavailable(Problem):
    status = 503
    code = "database-unavailable"
    title = Text("The database does not answer just now")


class DatabaseFull(Problem):
    status = 507
    code = "database-full"
    title = Text("There is no room left to store this")
