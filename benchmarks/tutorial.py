"""The article as the tutorials of FastAPI and SQLModel teach to serve it: one read endpoint.

A table model and a public model for each thing, joined by relationships; a session for each request
from a dependency that yields; a plain ``def`` that gets the row by its id and returns it; a
``response_model`` that fetches the relationships and filters and validates what goes out. The hero is
an article's text in one language, its team the article. Left out: the engine's ``echo``, which
would log every statement.
"""

import os
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Annotated, Any

from fastapi import Depends, FastAPI, HTTPException
from sqlmodel import Field, Relationship, Session, SQLModel, create_engine

DATABASE_VARIABLE = "BENCHMARK_TUTORIAL_DATABASE"


class NewsItemBase(SQLModel):
    name: str = Field(index=True)
    source_language: str
    published_at: str | None = None
    publisher: str | None = None
    license: str | None = None


class NewsItem(NewsItemBase, table=True):
    id: int | None = Field(default=None, primary_key=True)

    texts: list["NewsText"] = Relationship(back_populates="item")


class NewsItemPublic(NewsItemBase):
    id: int


class NewsBlockBase(SQLModel):
    key: str
    type: str
    text: str
    speaker: str | None = None
    media: str | None = None


class NewsBlock(NewsBlockBase, table=True):
    id: int | None = Field(default=None, primary_key=True)
    text_id: int | None = Field(default=None, foreign_key="newstext.id", index=True)

    in_text: "NewsText" = Relationship(back_populates="blocks")


class NewsBlockPublic(NewsBlockBase):
    id: int


class NewsPhotoBase(SQLModel):
    key: str
    caption: str
    credit: str | None = None
    license: str | None = None


class NewsPhoto(NewsPhotoBase, table=True):
    id: int | None = Field(default=None, primary_key=True)
    text_id: int | None = Field(default=None, foreign_key="newstext.id", index=True)

    in_text: "NewsText" = Relationship(back_populates="photos")


class NewsPhotoPublic(NewsPhotoBase):
    id: int


class NewsNameBase(SQLModel):
    kind: str
    key: str
    name: str
    description: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    block: str
    start: int
    end: int
    surface: str


class NewsName(NewsNameBase, table=True):
    id: int | None = Field(default=None, primary_key=True)
    text_id: int | None = Field(default=None, foreign_key="newstext.id", index=True)

    in_text: "NewsText" = Relationship(back_populates="names")


class NewsNamePublic(NewsNameBase):
    id: int


class NewsTextBase(SQLModel):
    language: str = Field(index=True)
    direction: str
    headline: str
    lead: str | None = None
    slug: str
    updated_at: datetime
    version: int

    item_id: int | None = Field(default=None, foreign_key="newsitem.id")


class NewsText(NewsTextBase, table=True):
    id: int | None = Field(default=None, primary_key=True)

    item: NewsItem | None = Relationship(back_populates="texts")
    blocks: list[NewsBlock] = Relationship(back_populates="in_text")
    photos: list[NewsPhoto] = Relationship(back_populates="in_text")
    names: list[NewsName] = Relationship(back_populates="in_text")


class NewsTextPublic(NewsTextBase):
    id: int


class NewsTextPublicWithAll(NewsTextPublic):
    item: NewsItemPublic | None = None
    blocks: list[NewsBlockPublic] = []
    photos: list[NewsPhotoPublic] = []
    names: list[NewsNamePublic] = []


engine = create_engine(
    os.environ.get(DATABASE_VARIABLE, "sqlite:///tutorial.db"), connect_args={"check_same_thread": False}
)


def get_session() -> Iterator[Session]:
    with Session(engine) as session:
        yield session


app = FastAPI()


@app.get("/texts/{text_id}", response_model=NewsTextPublicWithAll)
def read_text(*, session: Annotated[Session, Depends(get_session)], text_id: int) -> NewsText:
    text = session.get(NewsText, text_id)
    if not text:
        raise HTTPException(status_code=404, detail="Text not found")
    return text


def fill(session: Session, documents: Mapping[str, Any]) -> dict[str, int]:
    """From an article's documents as Dragoman answers them to the ids of its texts, both by language."""
    item = None
    texts = {}
    for language, document in documents.items():
        item = item or _item(document)
        texts[language] = _text(item, document)
        session.add(texts[language])
    session.commit()
    return {language: text.id for language, text in texts.items() if text.id is not None}


def _item(document: Mapping[str, Any]) -> NewsItem:
    source = document["source"] or {}
    return NewsItem(
        name=document["id"],
        source_language=document["source_language"],
        published_at=document["published_at"],
        publisher=source.get("publisher"),
        license=source.get("license"),
    )


def _text(item: NewsItem, document: Mapping[str, Any]) -> NewsText:
    return NewsText(
        language=document["language"],
        direction=document["direction"],
        headline=document["headline"],
        lead=document["lead"],
        slug=document["slug"],
        updated_at=datetime.fromisoformat(document["updated_at"]),
        version=document["version"],
        item=item,
        blocks=[NewsBlock(key=block["id"], **_without_id(block)) for block in document["body"]],
        photos=[NewsPhoto(key=photo["id"], **_without_id(photo)) for photo in document["media"]],
        names=[*_names("person", document["people"]), *_names("place", document["places"])],
    )


def _names(kind: str, entities: list[dict[str, Any]]) -> Iterator[NewsName]:
    for entity in entities:
        for mention in entity["mentions"]:
            yield NewsName(
                kind=kind,
                key=entity["id"],
                name=entity["name"],
                description=entity["description"],
                latitude=entity.get("latitude"),
                longitude=entity.get("longitude"),
                **mention,
            )


def _without_id(document: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name != "id"}
