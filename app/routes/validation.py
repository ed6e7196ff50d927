"""What FastAPI found wrong with a request's parameters, as a Problem in our own words.

But for the names of parameters, what was sent is not repeated: it may be anything, and need not even be JSON.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.errors import Fault, InvalidInput, NotFound, Problem, UnknownParameter
from app.routes.parameters import shortened
from app.texts.text import Text

_FAULTS: Mapping[str, Text] = {
    "extra_forbidden": Text("this address does not know it"),
    "greater_than_equal": Text("too small; the least it may be: {ge}"),
    "less_than_equal": Text("too large; the most it may be: {le}"),
    "literal_error": Text("not one of the values it may have: {expected}"),
    "missing": Text("it must be given"),
    "string_pattern_mismatch": Text("not written as it has to be"),
    "string_too_long": Text("too long; the most characters it may have: {max_length}"),
    "string_too_short": Text("too short; the fewest characters it may have: {min_length}"),
}
"""By pydantic's types of errors, with the names of its parameters."""

_UNUSABLE = Text("a value that cannot be used")


def problem_of_parameters(errors: Sequence[Any]) -> Problem:
    """``errors`` as pydantic lists them."""
    if any(error["loc"][0] == "path" for error in errors):
        return NotFound(Text("Nothing can have an id like that."))
    faults = [Fault(fault_text(error), parameter=shortened(str(error["loc"][-1]))) for error in errors]
    names = ", ".join(repr(fault.parameter) for fault in faults)
    detail = Text("Look at the parameters {names}.", {"names": names})
    if any(error["type"] == "extra_forbidden" for error in errors):
        return UnknownParameter(detail, faults=faults)
    return InvalidInput(detail, faults=faults)


def fault_text(error: Mapping[str, Any]) -> Text:
    """A validator of ours raises a ValueError of a Text, which is what is said."""
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        said = context["error"].args
        return said[0] if said and isinstance(said[0], Text) else _UNUSABLE
    text = _FAULTS.get(error["type"], _UNUSABLE)
    return replace(text, parameters={name: _shown(value) for name, value in context.items()})


def _shown(value: object) -> object:
    """Of pydantic's "'true' or 'false'" the values alone: its "or" is English."""
    return ", ".join(re.findall(r"'[^']*'", value)) if isinstance(value, str) else value
