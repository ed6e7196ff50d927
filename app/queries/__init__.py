"""Every question to the database, one noun a module."""
