"""Problem documents (RFC 9457), and the documentation of their types."""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from app.errors import Fault, Problem
from app.representations.addresses import problem_address
from app.representations.document import Document, Href, ListDocument, Tag
from app.texts.catalogues import ENGLISH, translate

MEDIA_TYPE = "application/problem+json"


class FaultDocument(BaseModel):
    """A part of the request that was refused."""

    detail: str = Field(description="What is wrong with it.", examples=["not a date"])
    parameter: str | None = Field(
        default=None, description="The query parameter or path segment at fault.", examples=["limit"]
    )
    pointer: str | None = Field(
        default=None, description="Where the fault is in the request's body (RFC 6901).", examples=["/a"]
    )


class AvailableVersion(BaseModel):
    """A language that could be had instead, and where."""

    language: Tag
    href: Href


class ProblemDocument(BaseModel):
    """RFC 9457. Programs go by `code`, never by the texts: these are in the reader's language."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(
        description="Where this kind of problem is documented.", examples=["/problems/not-found"]
    )
    title: str = Field(description="The kind of problem.", examples=["There is nothing at this address"])
    status: int = Field(description="The HTTP status.", ge=400, le=599, examples=[404])
    detail: str = Field(description="This case of it.", examples=["There is no article 'ottawa'."])
    instance: str = Field(description="The address that was asked for.", examples=["/articles/ottawa"])
    code: str = Field(description="The kind of problem, stable.", examples=["not-found"])
    errors: list[FaultDocument] | None = Field(
        default=None, description="What was refused in the request, where input was."
    )
    available: list[AvailableVersion] | None = Field(
        default=None, description="The languages there are, where none of them was acceptable."
    )
    available_types: list[str] | None = Field(
        default=None,
        description="The media types there are, where none of them was acceptable.",
        examples=[["application/json"]],
    )
    available_encodings: list[str] | None = Field(
        default=None,
        description="The content codings there are, where none of them was acceptable.",
        examples=[["zstd", "br", "gzip", "identity"]],
    )


class ProblemType(Document):
    """A kind of problem."""

    type: Href
    code: str = Field(description="The kind of problem, stable.", examples=["not-found"])
    status: int = Field(description="The HTTP status it comes with.", examples=[404])
    title: str = Field(description="What it means.", examples=["There is nothing at this address"])


class ProblemTypeList(ListDocument[ProblemType]):
    """Kinds of problems, by HTTP status."""


def problem_document(problem: Problem, instance: str, language: str = ENGLISH) -> ProblemDocument:
    """``language`` is one of those that texts are in."""
    document = {
        **problem.extensions,
        "type": problem_address(problem.code),
        "title": translate(problem.title, language),
        "status": problem.status,
        "detail": translate(problem.detail, language),
        "instance": instance,
        "code": problem.code,
    }
    if problem.faults:
        document["errors"] = [_fault(fault, language) for fault in problem.faults]
    return ProblemDocument.model_validate(document)


def _fault(fault: Fault, language: str) -> dict[str, str]:
    detail = translate(fault.detail, language)
    members = {"parameter": fault.parameter, "pointer": fault.pointer, "detail": detail}
    return {name: value for name, value in members.items() if value is not None}


def problem_types(language: str = ENGLISH) -> dict[str, ProblemType]:
    """By code, in the order of their statuses."""
    classes = sorted(_descendants(Problem), key=lambda problem: (problem.status, problem.code))
    return {
        problem.code: ProblemType(
            type=problem_address(problem.code),
            code=problem.code,
            status=problem.status,
            title=translate(problem.title, language),
        )
        for problem in classes
    }


def _descendants(problem: type[Problem]) -> Iterator[type[Problem]]:
    for child in problem.__subclasses__():
        yield child
        yield from _descendants(child)
