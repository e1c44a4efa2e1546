"""Formats that go in and out, one folder each."""
