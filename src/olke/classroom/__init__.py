"""The live class: a lesson runs, phones join by code, every answer is kept."""
