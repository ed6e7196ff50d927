"""A point for each country and territory, where a map writes its name."""

import json
from collections.abc import Mapping
from importlib.resources import files

from app.intake.gazetteers.gazetteer import Gazetteer, GazetteerEntry
from app.intake.gazetteers.states import kind_of

NATURAL_EARTH = Gazetteer(
    key="natural-earth",
    name="Natural Earth",
    version="5.1.1",
    license="LicenseRef-public-domain",
    url="https://www.naturalearthdata.com/",
)

_PARTS_OF_A_STATE = {
    "BQ": (12.18, -68.26), "BV": (-54.42, 3.36), "CC": (-12.17, 96.83), "CX": (-10.49, 105.63),
    "GF": (4.0, -53.0), "GP": (16.25, -61.58), "MQ": (14.67, -61.0), "RE": (-21.13, 55.53),
    "SJ": (78.0, 16.0), "TK": (-9.17, -171.83), "YT": (-12.83, 45.17),
}  # fmt: skip
"""Natural Earth draws these with the state that they belong to."""


def read_country_positions() -> list[GazetteerEntry]:
    text = files(__package__).joinpath("country_positions.json").read_text(encoding="utf-8")
    positions: Mapping[str, tuple[float, float]] = {**json.loads(text)["entries"], **_PARTS_OF_A_STATE}
    return [
        GazetteerEntry(kind_of(code), {"iso3166-1": code}, (), latitude=latitude, longitude=longitude)
        for code, (latitude, longitude) in sorted(positions.items())
    ]
