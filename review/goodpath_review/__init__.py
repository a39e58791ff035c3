"""Reads session files afterwards: verify, transcript, tables, report."""
