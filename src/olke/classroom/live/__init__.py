"""The transport of the live class: sockets, streams of states, batches, other processes.

Nothing here knows what a lesson is. ``seam`` names everything that the rest of the room gives it;
``README.md`` says how the parts work together.
"""
