"""Who is named, with which post, and what they did and said: the vocabulary, the rules and the register."""
