import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from app.database.engine import Database
from app.representations.article import ArticleDocument, Correction
from app.representations.article_json_ld import article_json_ld
from tests.conftest import OTTAWA, SHARED
from tests.representations.documents import article, articles, person, picture, stored_article

VOCABULARY = SHARED / "schemas" / "schemaorg" / "schemaorg-current-https.jsonld"


def _node(**members: Any) -> dict[str, Any]:
    node: dict[str, Any] = json.loads(article_json_ld(article(**members)))
    return node


@given(articles())
def test_texts_are_kept_and_none_can_end_a_script_element(document: ArticleDocument) -> None:
    text = article_json_ld(document)
    assert not set("<>&") & set(text)
    node = json.loads(text)
    assert (node["headline"], node["abstract"]) == (document.headline, document.lead)
    assert [each["caption"] for each in node["image"]] == [each.caption for each in document.media]


def test_a_translation_names_its_original_and_the_original_its_translations() -> None:
    original = {
        "@type": "NewsArticle",
        "@id": "/articles/quay/nl",
        "url": "/articles/quay/nl",
        "inLanguage": "nl",
    }
    translation = _node()
    assert translation["translationOfWork"] == original
    assert "workTranslation" not in translation
    node = _node(language="nl", versions={"ar": {}, "en": {}, "nl": {}})
    assert [each["inLanguage"] for each in node["workTranslation"]] == ["ar", "en"]
    assert "translationOfWork" not in node


def test_siblings_of_an_original_that_is_not_here_are_not_said_to_be_its_translations() -> None:
    node = _node(versions={"ar": {}, "en": {}}, translation_of=None)
    assert not {"translationOfWork", "workTranslation"} & node.keys()


def test_a_name_says_its_language_where_it_is_another() -> None:
    names = [
        _node(people=[person("Ilse", language=tag)])["mentions"][0]["name"] for tag in ("mul", "en", "nl")
    ]
    assert names == ["Ilse", "Ilse", {"@value": "Ilse", "@language": "nl"}]


def test_what_is_not_known_is_not_said() -> None:
    assert _node(lead=None, published_at=None).keys() == {
        *("@context", "@type", "@id", "url", "identifier", "headline", "inLanguage", "dateModified"),
        *("version", "translationOfWork"),
    }


def _terms(node: Any) -> Iterator[tuple[str, str]]:
    """Types and the properties that they are said to have."""
    if isinstance(node, list):
        for each in node:
            yield from _terms(each)
    elif isinstance(node, dict):
        for name, value in node.items():
            if "@type" in node and not name.startswith("@"):
                yield node["@type"], name
            yield from _terms(value)


def _domains() -> dict[str, set[str]]:
    """Which types each property of schema.org may have, subtypes not written out; and ``""``, all types."""
    graph = json.loads(VOCABULARY.read_text(encoding="utf-8"))["@graph"]
    found: dict[str, set[str]] = {}
    for term in graph:
        domains = term.get("schema:domainIncludes", [])
        domains = domains if isinstance(domains, list) else [domains]
        found[term["@id"]] = {domain["@id"] for domain in domains}
    return found


def _ancestors() -> dict[str, set[str]]:
    graph = json.loads(VOCABULARY.read_text(encoding="utf-8"))["@graph"]
    parents: dict[str, set[str]] = {}
    for term in graph:
        above = term.get("rdfs:subClassOf", [])
        parents[term["@id"]] = {each["@id"] for each in (above if isinstance(above, list) else [above])}

    def up(type_: str) -> set[str]:
        return {type_}.union(*(up(parent) for parent in parents.get(type_, ())))

    return {type_: up(type_) for type_ in parents}


@pytest.mark.skipif(not VOCABULARY.exists(), reason="schema.org's vocabulary is not here")
@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_property_is_one_that_schema_org_gives_the_type(database: Database, language: str) -> None:
    document = stored_article(database, OTTAWA, language).model_copy(
        update={
            "byline": "By Ilse",
            "dateline": "OTTAWA",
            "media": [picture("The quay.", "Ilse", "Ask her")],
            "corrections": [Correction(noted_at=datetime(2018, 12, 8, tzinfo=UTC), text="East.")],
        }
    )
    terms = set(_terms(json.loads(article_json_ld(document))))
    domains, ancestors = _domains(), _ancestors()
    wrong = {
        (type_, name)
        for type_, name in terms
        if not domains.get(f"schema:{name}", set()) & ancestors.get(f"schema:{type_}", set())
    }
    assert wrong == set()
    assert ("GeoCoordinates", "latitude") in terms
