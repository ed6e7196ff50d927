"""Links between representations (RFC 8288), as a header field has them."""

from collections.abc import Iterable, Mapping

Link = tuple[str, Mapping[str, str]]
"""An address and the link's parameters."""


def link_header(links: Iterable[Link]) -> str:
    return ", ".join(
        "; ".join([f"<{address}>", *(f'{name}="{value}"' for name, value in parameters.items())])
        for address, parameters in links
    )


def alternates(addresses: Mapping[str, str], negotiated: str) -> list[Link]:
    """Every language's address, and as ``x-default`` the one that chooses among them."""
    links = {**addresses, "x-default": negotiated}
    return [(address, {"rel": "alternate", "hreflang": language}) for language, address in links.items()]


def next_link(address: str | None) -> list[Link]:
    return [(address, {"rel": "next"})] if address else []
