from collections.abc import Iterable

from pydantic import Field

from app.models import Mention, Person
from app.queries.entities import Described
from app.representations.document import ListDocument
from app.representations.entity import Entity, Named, called, named_in
from app.representations.mention import MentionDocument, mention_documents


class PersonDocument(Entity):
    """A person that articles may name."""


class PersonList(ListDocument[PersonDocument]):
    """People, by id."""


class MentionedPerson(Named):
    """A person that this text names."""

    mentions: list[MentionDocument] = Field(description="Where the text names the person.")


def person_document(person: Described[Person], language: str, articles: int) -> PersonDocument:
    return PersonDocument(**named_in(person, language), **called(person, articles))


def mentioned_person(
    person: Described[Person], mentions: Iterable[Mention], language: str
) -> MentionedPerson:
    return MentionedPerson(
        **named_in(person, language),
        mentions=mention_documents(mentions),
    )
