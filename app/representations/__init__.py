"""What clients see. Documents are made of values that queries return, and know nothing of HTTP."""
