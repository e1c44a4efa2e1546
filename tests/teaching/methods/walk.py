"""A small method that is none of the built-in ones."""

from __future__ import annotations

METHOD = """key = "walk"
title = { en = "A walk" }
purpose.en = "Finds traces of the past outside."
parts = ["middle"]
minutes = 20
within = { least = 10, most = 40 }

[[steps]]
primitive = "group-assigner"
title = { en = "Pairs" }
teacher.en = "Forms groups."
learner.en = "Joins one."
share = 25
settings = { least = 2, most = 3 }

[[steps]]
primitive = "card-wall"
title = { en = "Finds" }
teacher.en = "Collects."
learner.en = "Writes."
share = 75
takes_up = 1

[steps.settings]
cards = 3
columns = [
  { en = "Seen" },
  { en = "Heard" },
]
"""
