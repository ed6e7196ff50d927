"""Dragoman serves multilingual news over HTTP, each reader in the best language there is."""
