"""Work on a file that somebody sent, done in a process of its own with limits and no network."""
