from collections.abc import Iterable

from app.models import Mention, Person
from app.queries.entities import Described
from app.representations.addresses import person_address
from app.representations.document import ListDocument
from app.representations.entity import Entity, Named, called, named_in
from app.representations.mention import MentionDocument, mention_documents


class PersonDocument(Entity):
    pass


class PersonList(ListDocument[PersonDocument]):
    pass


class MentionedPerson(Named):
    mentions: list[MentionDocument]


def person_document(person: Described[Person], language: str) -> PersonDocument:
    return PersonDocument(
        href=person_address(person.entity.id), **named_in(person, language), **called(person)
    )


def mentioned_person(
    person: Described[Person], mentions: Iterable[Mention], language: str
) -> MentionedPerson:
    return MentionedPerson(
        href=person_address(person.entity.id),
        **named_in(person, language),
        mentions=mention_documents(mentions),
    )
