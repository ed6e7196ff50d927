"""Articles to represent: made up, made up at random, and the real one."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from app.database.engine import Database
from app.language.direction import direction
from app.queries.articles import get_versions
from app.representations.article import (
    ArticleDocument,
    ArticleItem,
    BlockDocument,
    MediaDocument,
    SourceDocument,
    load_article_documents,
)
from app.representations.mention import MentionDocument
from app.representations.person import MentionedPerson
from app.representations.translation import TranslationReference

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><!--<script>",
    "]]> &amp; &lt; &#0; &",
    "\"onload='x'",
    "{{ 7 * 7 }}{% raw %}",
    "# No heading #",
    "1. No item",
    "12) No item",
    "- No item",
    "+",
    "===",
    "--- ***",
    "> No quote",
    "```no code``` ~~~",
    "*a* _b_ **c** __d__ ~~e~~ \\*f*",
    "[no](link) ![no][picture] <http://else.example/> [^1]",
    "| no | table |",
    "two  spaces\u2028and\u2029lines",
    " \t edges\u00a0",
    "\u202eevil \u2066bidi",
    "نص بالعربية (ABC)",
)

_CHARACTERS = st.characters(
    exclude_categories=["Cs"],
    # What no text may have, line ends, and characters that no parser may leave alone (HTML's and Unicode's).
    exclude_characters="".join(map(chr, [*range(9), *range(10, 32), *range(0x7F, 0xA0)])) + "\ufffe\uffff",
)
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.one_of(st.sampled_from("\\`*_{}[]<>()#+-.!|~&;:='\"/ \t12"), _CHARACTERS), min_size=1),
    st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=3).map("".join),
)


def article(**members: Any) -> ArticleDocument:
    """In English, translated from Dutch, but for what is said otherwise."""
    language = members.get("language", "en")
    versions = members.pop("versions", {"nl": {}, language: {}})
    return ArticleDocument.model_validate(
        {
            "id": "quay",
            "url": f"/articles/quay/{language}",
            "language": language,
            "direction": direction(language),
            "source_language": "nl",
            "translation_of": None if language == "nl" else "/articles/quay/nl",
            "headline": "The quay is open",
            "lead": "Ships may come.",
            "byline": None,
            "dateline": None,
            "slug": "the-quay-is-open",
            "body": [],
            "media": [],
            "people": [],
            "places": [],
            "translations": [version(tag, **told) for tag, told in versions.items()],
            "published_at": "2018-12-06",
            "updated_at": datetime(2018, 12, 7, tzinfo=UTC),
            "version": 1,
            "status": "usable",
            "corrections": [],
            "source": None,
            **members,
        }
    )


def item(language: str = "en", **members: Any) -> ArticleItem:
    return ArticleItem.model_validate(
        {
            "id": "quay",
            "url": f"/articles/quay/{language}",
            "language": language,
            "direction": direction(language),
            "source_language": "nl",
            "headline": "The quay is open",
            "lead": "Ships may come.",
            "slug": "the-quay-is-open",
            "available_languages": ["en", "nl"],
            "published_at": "2018-12-06",
            "updated_at": datetime(2018, 12, 7, tzinfo=UTC),
            "status": "usable",
            **members,
        }
    )


def version(language: str, **members: str) -> TranslationReference:
    return TranslationReference.model_validate(
        {
            "language": language,
            "direction": direction(language),
            "href": f"/articles/quay/{language}",
            "role": "original" if language == "nl" else "translation",
            "origin": "human",
            "status": "current",
            **members,
        }
    )


def block(type_: str, text: str, *, id_: str = "b1", **members: str) -> BlockDocument:
    return BlockDocument.model_validate(
        {"id": id_, "type": type_, "text": text, "speaker": None, "media": None, **members}
    )


def picture(caption: str, credit: str | None = None, license_: str | None = None) -> MediaDocument:
    return MediaDocument(id="m1", caption=caption, credit=credit, license=license_)


def person(name: str, *mentions: tuple[str, int, int], language: str = "mul") -> MentionedPerson:
    """Mentioned with block, start and end."""
    return MentionedPerson(
        id="ilse",
        href="/people/ilse",
        name=name,
        language=language,
        direction=direction(language),
        description=None,
        mentions=[
            MentionDocument(block=b, start=s, end=e, surface=name, evidence="label", score=1)
            for b, s, e in mentions
        ],
    )


@st.composite
def articles(draw: st.DrawFn) -> ArticleDocument:
    """With every kind of block, any texts in them, and mentions anywhere, even where they cannot be."""
    body = [
        block(kind, draw(TEXTS), id_=f"b{number}", **_speaker(draw, kind))
        for number, kind in enumerate(
            draw(st.lists(st.sampled_from(["heading", "paragraph", "quote", "list"])))
        )
    ]
    caption = draw(TEXTS)
    places = st.tuples(
        st.sampled_from(["headline", "lead", "m1", *(each.id for each in body)]),
        st.integers(0, 12),
        st.integers(0, 12),
    )
    return article(
        language=draw(st.sampled_from(["nl", "en", "ar", "pl"])),
        headline=draw(TEXTS),
        lead=draw(TEXTS),
        byline=draw(st.none() | TEXTS),
        dateline=draw(st.none() | TEXTS),
        body=[*body, block("figure", caption, id_="b999", media="m1")],
        media=[picture(caption, draw(st.none() | TEXTS), draw(st.none() | TEXTS))],
        people=[person(draw(TEXTS), *draw(st.lists(places)))],
        source=SourceDocument(
            name=draw(TEXTS), url="https://else.example/a?b=(c)&d=<e>", license=draw(TEXTS), publisher=None
        ),
    )


def _speaker(draw: st.DrawFn, kind: str) -> dict[str, str]:
    return {"speaker": draw(TEXTS)} if kind == "quote" else {}


def stored_article(database: Database, article_id: str, language: str) -> ArticleDocument:
    with database.read() as session:
        record = get_versions(session, article_id)
        return load_article_documents(session, record, [language])[language]


def listed(document: ArticleDocument) -> ArticleItem:
    """As a list shows the article."""
    shared = ArticleItem.model_fields.keys() & ArticleDocument.model_fields.keys()
    return item(**{name: getattr(document, name) for name in shared})
