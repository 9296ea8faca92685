"""Rules: what the session, its contributions and its documents must satisfy."""
