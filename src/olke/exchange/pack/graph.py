"""Rows that lead back to themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def find_cycles(edges: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Give one cycle for each group of nodes that lead to one another: ``[a, b]`` is a → b → a.

    Depth first without recursion: a chain may be as long as the table.
    """
    done: set[str] = set()
    for start in edges:
        if start in done:
            continue
        path, at = [start], {start: 0}
        branches = [iter(edges.get(start, ()))]
        while branches:
            following = next(branches[-1], None)
            if following is None:
                branches.pop()
                left = path.pop()
                done.add(left)
                del at[left]
            elif following in at:
                yield path[at[following] :]
            elif following not in done:
                at[following] = len(path)
                path.append(following)
                branches.append(iter(edges.get(following, ())))
