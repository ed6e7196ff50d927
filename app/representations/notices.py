from app.representations.article import ArticleDocument
from app.representations.interface_words import InterfaceWords
from app.representations.translation import TranslationReference


def this_version(document: ArticleDocument) -> TranslationReference:
    return next(each for each in document.translations if each.language == document.language)


def notices(document: ArticleDocument, words: InterfaceWords) -> list[str]:
    """What a reader has to know before relying on the text."""
    version = this_version(document)
    told = []
    if version.origin == "machine":
        told.append(words.machine_text if version.role == "original" else words.machine_translation)
    if version.status == "outdated":
        told.append(words.outdated)
    return told
