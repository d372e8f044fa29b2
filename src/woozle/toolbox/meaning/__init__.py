"""What a sentence means, as a vector: word pieces of a shipped vocabulary, and a small encoder that runs on them."""
