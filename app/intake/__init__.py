"""Reads what newsrooms hand in: folders of text files, and files of people and places."""
