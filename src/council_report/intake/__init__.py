"""Files that somebody sent, read: the only room that opens them."""
