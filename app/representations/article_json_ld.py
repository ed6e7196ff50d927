import json
from typing import Any

from app.language.tag import EVERYWHERE, UNDETERMINED
from app.representations.article import ArticleDocument, Correction, MediaDocument
from app.representations.entity import Named
from app.representations.person import MentionedPerson
from app.representations.place import MentionedPlace

# So that the same text is safe in a script element of a page, where "</script>" and "<!--" have a meaning.
_SAFE_IN_HTML = {"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"}

Node = dict[str, Any]


def article_json_ld(document: ArticleDocument) -> str:
    """A NewsArticle of schema.org. Its addresses are relative to its own."""
    node = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": document.url,
        "url": document.url,
        "identifier": document.id,
        "headline": document.headline,
        "abstract": document.lead,
        "articleBody": "\n\n".join(block.text for block in document.body if block.type != "figure"),
        "inLanguage": document.language,
        "creditText": document.byline,
        "dateline": document.dateline,
        "datePublished": document.published_at,
        "dateModified": document.updated_at.isoformat(),
        "version": document.version,
        "image": [_image(picture, document) for picture in document.media],
        "mentions": [
            *(_person(person, document.language) for person in document.people),
            *(_place(place, document.language) for place in document.places),
        ],
        **_translations(document),
        **_source(document),
        "correction": [_correction(each) for each in document.corrections],
    }
    text = json.dumps(_known(node), ensure_ascii=False)
    for character, escape in _SAFE_IN_HTML.items():
        text = text.replace(character, escape)
    return text


def _known(node: Node) -> Node:
    """Linked data says nothing of what is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _translations(document: ArticleDocument) -> Node:
    if document.translation_of:
        return {"translationOfWork": _version(document.translation_of, document.source_language)}
    if document.language != document.source_language:
        return {}
    others = [each for each in document.translations if each.language != document.language]
    return {"workTranslation": [_version(each.href, each.language) for each in others]}


def _version(address: str, language: str) -> Node:
    return {"@type": "NewsArticle", "@id": address, "url": address, "inLanguage": language}


def _image(picture: MediaDocument, document: ArticleDocument) -> Node:
    return _known(
        {
            "@type": "ImageObject",
            "@id": f"{document.url}#{picture.id}",
            "caption": picture.caption,
            "inLanguage": document.language,
            "creditText": picture.credit,
            "license": _license(picture.license),
        }
    )


def _person(person: MentionedPerson, language: str) -> Node:
    return {"@type": "Person", **_named(person, language)}


def _place(place: MentionedPlace, language: str) -> Node:
    node = {"@type": "Place", **_named(place, language)}
    if place.latitude is not None and place.longitude is not None:
        geo = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
        node["geo"] = geo
    return node


def _named(named: Named, language: str) -> Node:
    is_foreign = named.language not in (language, EVERYWHERE, UNDETERMINED)
    name = {"@value": named.name, "@language": named.language} if is_foreign else named.name
    return _known({"@id": named.href, "url": named.href, "name": name, "description": named.description})


def _source(document: ArticleDocument) -> Node:
    source = document.source
    if source is None:
        return {}
    return {
        "sourceOrganization": _known({"@type": "Organization", "name": source.name, "url": source.url}),
        "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
        "license": _license(source.license),
    }


def _license(license_: str | None) -> Node | None:
    """The property takes an address or a work; what we have is the work's name."""
    return {"@type": "CreativeWork", "name": license_} if license_ else None


def _correction(correction: Correction) -> Node:
    return {
        "@type": "CorrectionComment",
        "text": correction.text,
        "datePublished": correction.noted_at.isoformat(),
    }
