"""What the program says to whoever asks over HTTP: written in English, read in the reader's language."""
