"""How each language is set: spaces, quotation marks, signs, and letters that look alike."""
