"""Every change of the database, one a module."""
