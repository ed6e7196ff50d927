"""Two texts in two languages -> which segments translate each other. No input, no output, no clock."""
