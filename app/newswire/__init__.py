"""Raw text of one language version of an article -> a Story and findings. No input, no output, no clock."""
