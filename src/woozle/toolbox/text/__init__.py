"""Text: encodings, pages, sentences, tokens, quotation marks."""
