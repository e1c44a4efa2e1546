"""The hash-chained record of every change: who, when, old, new, why."""
