"""Writes of the live class: plain functions, one transaction each."""
