"""Pure: texts and queries to the terms that are searched for, and how well a text answers a query."""
