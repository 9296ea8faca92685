"""Assembles the Secretary-General's report to the ITU Council from what the Sectors send."""
