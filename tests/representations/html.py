"""Pages as a browser reads them."""

from xml.etree.ElementTree import Element

import html5lib


class HtmlPage:
    def __init__(self, html: str, *, strict: bool = False) -> None:
        """Raises html5lib's ParseError if strict."""
        parser = html5lib.HTMLParser(strict=strict, namespaceHTMLElements=False)
        self.root: Element = parser.parse(html)

    def all(self, path: str) -> list[Element]:
        """ElementTree's XPath."""
        return self.root.findall(f".//{path}")

    def one(self, path: str) -> Element:
        (found,) = self.all(path)
        return found

    def texts(self, path: str) -> list[str]:
        return [text_of(element) for element in self.all(path)]

    def text(self, path: str) -> str:
        return text_of(self.one(path))


def text_of(element: Element) -> str:
    return "".join(element.itertext())
