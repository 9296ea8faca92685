"""A Job as a file for translators: XLIFF for their tools, a Word table for those without one."""
