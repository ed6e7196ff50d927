"""A sentence of the program's, kept apart from what stands in it until its reader's language is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    """``template`` is English, in the syntax of ``str.format`` with named parameters.

    What a client sent stands in it as ``{name!r}``, never unquoted. A parameter may be a Text itself.
    """

    template: str
    parameters: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format_map(self.parameters)
