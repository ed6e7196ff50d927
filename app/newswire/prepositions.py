"""Words that stand in front of a name without being part of it."""

PREPOSITIONS = frozenset({
    "aan", "af", "als", "as", "av", "avec", "bei", "between", "bij", "by", "chez", "com", "con",
    "door", "durch", "entre", "for", "fra", "from", "från", "für", "med", "mellan", "mellem",
    "mellom", "met", "mit", "of", "par", "para", "per", "por", "pour", "tegen", "to", "tra",
    "tussen", "van", "von", "voor", "with", "zwischen", "для", "из", "между", "от", "с", "у",
    "in", "on", "at", "op", "auf", "an", "zu", "à", "en", "dans", "sur", "a", "su", "em", "no", "na", "på",
    "i", "till", "til", "mod", "mot", "в", "на", "о", "do", "w", "v", "ve", "την", "στο", "στη", "στην",
})  # fmt: skip
