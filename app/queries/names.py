"""The names that texts are searched for."""

from hashlib import sha256

from sqlmodel import Session, col, select

from app.language.tag import EVERYWHERE
from app.models import Term
from app.newswire.gazetteer import Gazetteer, Name


class Names:
    """All labels and aliases; ``digest`` changes when any of them does."""

    def __init__(self, terms: list[Term]) -> None:
        self._by_language: dict[str, list[Name]] = {}
        self._gazetteers: dict[str, Gazetteer] = {}
        digest = sha256()
        for term in terms:
            entity = ("person", term.person_id) if term.person_id else ("place", term.place_id or "")
            self._by_language.setdefault(term.language, []).append(Name(term.text, entity, term.kind))
            digest.update("\x1f".join([*entity, term.language, term.kind, term.text, ""]).encode())
        self.digest = digest.hexdigest()

    def gazetteer(self, language: str) -> Gazetteer:
        """Names in the language, in that which it is a variety of (``nl`` of ``nl-BE``), and in ``mul``."""
        if language not in self._gazetteers:
            languages = dict.fromkeys([language, language.partition("-")[0], EVERYWHERE])
            names = [name for each in languages for name in self._by_language.get(each, [])]
            self._gazetteers[language] = Gazetteer(names)
        return self._gazetteers[language]


def load_names(session: Session) -> Names:
    """In one order whatever the database: PostgreSQL sorts text and NULL by rules of its own."""
    terms = session.exec(select(Term).where(col(Term.kind).in_(("label", "alias", "misspelling"))))
    return Names(
        sorted(terms, key=lambda t: (t.person_id or "", t.place_id or "", t.language, t.kind, t.text))
    )
