"""The formats in which texts go to translators and come back. Knows no files and no database."""
