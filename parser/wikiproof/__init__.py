"""Reads wiki articles into typed JSON and shows where infobox and text contradict each other."""

__version__ = "0.1.0"
