"""Finds known names in texts of any language and script."""
