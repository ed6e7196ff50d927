"""Who and where, as gazetteers have it: one module a source."""
