"""The tables, one a module. A row is never a response: see ``app.representations``."""

from app.models.alignment import Alignment
from app.models.article import Article
from app.models.block import Block
from app.models.caption import Caption
from app.models.counterpart import Counterpart
from app.models.dismissal import Dismissal
from app.models.external_id import ExternalId
from app.models.former_external_id import FormerExternalId
from app.models.former_id import FormerId
from app.models.indexed_text import IndexedText
from app.models.learning import Learning
from app.models.meaning import Meaning
from app.models.mention import Mention
from app.models.names_version import NamesVersion
from app.models.person import Person
from app.models.picture import Picture
from app.models.place import Place
from app.models.proposal import Proposal
from app.models.provenance import Provenance
from app.models.purge import Purge
from app.models.representation import Representation
from app.models.revision import Revision
from app.models.scan import Scan
from app.models.sighting import Sighting
from app.models.source import Source
from app.models.staleness import Staleness
from app.models.suppressed_name import SuppressedName
from app.models.table import Table
from app.models.term import Term
from app.models.translation import Translation
from app.models.word import Word
from app.models.word_tally import WordTally

metadata = Table.metadata

__all__ = [
    "Alignment",
    "Article",
    "Block",
    "Caption",
    "Counterpart",
    "Dismissal",
    "ExternalId",
    "FormerExternalId",
    "FormerId",
    "IndexedText",
    "Learning",
    "Meaning",
    "Mention",
    "NamesVersion",
    "Person",
    "Picture",
    "Place",
    "Proposal",
    "Provenance",
    "Purge",
    "Representation",
    "Revision",
    "Scan",
    "Sighting",
    "Source",
    "Staleness",
    "SuppressedName",
    "Table",
    "Term",
    "Translation",
    "Word",
    "WordTally",
    "metadata",
]
