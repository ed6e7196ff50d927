"""Names that nobody knows yet, found by what the versions of an article have in common.

Whatever the languages, a name stays a name: a run of capitalised words that stands in an article and in its
translation is one, and the longest that stands in both ends where the name does.
"""
