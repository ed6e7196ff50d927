"""The small words beside names, and the words within names of companies, streets and cups."""

ARTICLES: dict[str, frozenset[str]] = {
    "da": frozenset({"det", "den"}),
    "de": frozenset({"der", "die", "das", "dem", "den", "des", "im", "am", "vom", "zum", "zur"}),
    "en": frozenset({"the"}),
    "es": frozenset({"el", "la", "los", "las", "del", "al"}),
    "fr": frozenset({"le", "la", "les", "du", "des", "au", "aux", "l"}),
    "it": frozenset(
        {"il", "lo", "la", "gli", "le", "i", "del", "della", "dei", "al", "alla", "nel", "nella"}
    ),
    "nl": frozenset({"de", "het"}),
    "pt": frozenset({"o", "a", "os", "as", "do", "da", "dos", "das", "no", "na"}),
}
"""No article stands in front of a person's name, but for Portuguese and dialects."""
WHERE: dict[str, frozenset[str]] = {
    "cs": frozenset({"v", "ve"}),
    "da": frozenset({"i"}),
    "de": frozenset({"in", "nach"}),
    "en": frozenset({"in", "at"}),
    "es": frozenset({"en"}),
    "it": frozenset({"in"}),
    "nb": frozenset({"i"}),
    "nl": frozenset({"in", "te"}),
    "nn": frozenset({"i"}),
    "pl": frozenset({"w", "we"}),
    "pt": frozenset({"em"}),
    "ru": frozenset({"в", "во"}),
    "sk": frozenset({"v", "vo"}),
    "sr": frozenset({"u", "у"}),
    "sv": frozenset({"i"}),
    "uk": frozenset({"в", "у"}),
}
"""Words for where something is."""
ENGLISH_WITHIN_NAMES = frozenset({
    "and", "of", "the", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
})  # fmt: skip
"""Beside a name in another language: the name goes on, as in "Immigration and Customs Enforcement"."""
THINGS = frozenset({
    "academy", "act", "agency", "airlines", "airport", "alliance", "arena", "army", "association",
    "authority", "avenue", "award", "awards", "bank", "bay", "beach", "board", "bridge", "building",
    "bureau", "business", "cathedral", "center", "centre", "champions", "championship", "channel", "church",
    "city", "club", "coast", "college", "commission", "committee", "company", "conference", "congress",
    "corporation", "council", "county", "court", "cup", "day", "democrats", "department", "district",
    "east", "entertainment", "express", "fashion", "federation", "festival", "force", "foundation", "front",
    "fund", "gallery", "garden", "gardens", "gate", "general", "globe", "grand", "group", "guard",
    "guardian", "hall", "health", "heights", "herald", "high", "hill", "hills", "hospital", "hotel",
    "house", "industries", "institute", "international", "island", "islands", "journal", "justice",
    "labour", "lake", "land", "league", "library", "live", "mail", "marathon", "market", "media",
    "ministry", "mountain", "museum", "music", "national", "network", "new", "news", "nobel", "north",
    "office", "olympic", "olympics", "open", "orchestra", "organisation", "organization", "palace", "park",
    "parliament", "party", "police", "post", "press", "prison", "prize", "programme", "project", "radio",
    "railway", "records", "region", "republic", "republicans", "research", "review", "river", "road",
    "royal", "school", "sea", "senate", "series", "service", "services", "show", "social", "society",
    "south", "square", "stadium", "star", "state", "states", "station", "street", "studio", "studios",
    "summit", "supreme", "symphony", "team", "telegraph", "television", "theatre", "times", "tour", "tower",
    "town", "trust", "union", "united", "university", "valley", "village", "wall", "war", "watch", "week",
    "west", "white", "world",
})  # fmt: skip
"""Which many languages leave in English."""
PLACES_BEGIN = frozenset({
    "el", "fort", "la", "lake", "las", "le", "los", "mount", "new", "port", "saint", "san", "santa",
    "santo", "são", "st", "ste",
})  # fmt: skip
