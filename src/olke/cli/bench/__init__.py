"""`olke bench classroom`: a real server, a class of any size, and a bare one beside it.

The load is made in this process, the servers are processes of their own on the same machine.
``phones`` is one connection, ``lesson`` what the phones of a class go through together, ``ours``
and ``reference`` the two servers, ``report`` what is said of them.
"""
