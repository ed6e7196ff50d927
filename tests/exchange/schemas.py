"""The standards' own schemas, which are not ours to publish."""

from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import SHARED

SCHEMAS = SHARED / "schemas"
XLIFF_SCHEMAS = {
    "2.1": SCHEMAS / "xliff" / "xliff2.1" / "xliff_core_2.0.xsd",
    "1.2": SCHEMAS / "xliff" / "xliff1.2" / "xliff-core-1.2-strict.xsd",
}
TMX_DTD = SCHEMAS / "tmx" / "tmx14.dtd"
XML_SCHEMA = XLIFF_SCHEMAS["2.1"].parent / "informativeCopiesOf3rdPartySchemas" / "w3c" / "xml.xsd"


class _Local(etree.Resolver):  # type: ignore[misc]  # lxml is untyped
    """The schema of 1.2 imports that of ``xml:`` from where it is not."""

    def resolve(self, url: str, _id: object, context: object) -> object:
        return self.resolve_filename(str(XML_SCHEMA), context) if url.endswith("xml.xsd") else None


def xliff_faults(document: bytes, version: str) -> list[str]:
    parser = etree.XMLParser()
    parser.resolvers.add(_Local())
    schema = etree.XMLSchema(etree.parse(_there(XLIFF_SCHEMAS[version]), parser))
    schema.validate(etree.fromstring(document))
    return [str(fault) for fault in schema.error_log]


def tmx_faults(document: bytes) -> list[str]:
    with _there(TMX_DTD).open(encoding="utf-8") as file:
        dtd = etree.DTD(file)
    dtd.validate(etree.fromstring(document))
    return [str(fault) for fault in dtd.error_log]


def _there(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"needs {path.name}, which is not ours to publish")
    return path
