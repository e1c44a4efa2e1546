"""Between processes: what happens to a class in one is told to the others through Redis.

Nothing is kept in Redis and nothing is lost with it: a message only says that something changed and
is to be read again. Who was cut off reads everything again.
"""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from collections.abc import Callable
from typing import Any

import redis
import redis.asyncio
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from olke.classroom.live.streams import as_text

LOG = logging.getLogger(__name__)
CHANNEL = "olke:classroom"
ANSWERS_WITHIN = 3.0
"""Seconds in which Redis has to answer."""
AGAIN = 0.5
WAITING = 10_000
"""Messages kept for a Redis that does not take them; more make everybody read again."""
EVERYTHING = {"everything": True}


class Between:
    """This process's line to the others.

    ``told`` gets what they say; ``there`` is told whether the line works.
    """

    def __init__(
        self, url: str, *, told: Callable[[dict[str, Any]], None], there: Callable[[bool], None]
    ) -> None:
        self.name = secrets.token_hex(4)
        self._url = url
        self._told = told
        self._there = there
        self._queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue(WAITING)
        self._tasks = [asyncio.create_task(self._speak()), asyncio.create_task(self._listen())]

    def tell(self, message: dict[str, Any]) -> None:
        """Tell the other processes something, soon; nobody waits for it."""
        try:
            self._queue.put_nowait(message)
        except asyncio.QueueFull:
            while not self._queue.empty():
                self._queue.get_nowait()
            self._queue.put_nowait(EVERYTHING)

    async def stop(self) -> None:
        """Hang up."""
        waiting = set(self._tasks)
        while waiting:  # a time-out that ends in the same moment may swallow the word
            for task in waiting:
                task.cancel()
            _, waiting = await asyncio.wait(waiting, timeout=1)

    def _client(self) -> redis.asyncio.Redis:
        return redis.asyncio.Redis.from_url(
            self._url,
            socket_connect_timeout=ANSWERS_WITHIN,
            socket_timeout=ANSWERS_WITHIN,
            decode_responses=True,
            retry=Retry(NoBackoff(), 0),  # whoever is cut off has to know
        )

    async def _speak(self) -> None:
        """Publish what there is to tell. After a failure the others read everything again."""
        async with self._client() as client:
            while True:
                message = await self._queue.get()
                text = as_text({"from": self.name, **message})
                try:
                    await client.publish(CHANNEL, text)
                except (redis.RedisError, OSError):
                    self.tell(EVERYTHING)
                    await asyncio.sleep(AGAIN)

    async def _listen(self) -> None:
        while True:
            try:
                await self._listen_once()
            except (redis.RedisError, OSError) as fault:
                LOG.warning("Redis cannot be reached: %s", fault)
                self._there(False)  # noqa: FBT003
                await asyncio.sleep(AGAIN)

    async def _listen_once(self) -> None:
        async with self._client() as client, client.pubsub() as line:
            await line.subscribe(CHANNEL)
            asked = False
            while True:
                event = await line.get_message(timeout=ANSWERS_WITHIN)
                if event is None:
                    if asked:
                        raise redis.TimeoutError("Redis says nothing")
                    await line.ping()
                    asked = True
                    continue
                asked = False
                if event["type"] == "subscribe":
                    self._there(True)  # noqa: FBT003
                    self._told(EVERYTHING)  # what was said before was not heard
                elif event["type"] == "message":
                    self._hear(event["data"])

    def _hear(self, data: str) -> None:
        message = json.loads(data)
        if message.get("from") != self.name:
            self._told(message)


def tell_from_outside(url: str, message: dict[str, Any]) -> None:
    """Tell every process something from one that serves nobody: a command, a script."""
    try:
        with redis.Redis.from_url(
            url, socket_connect_timeout=ANSWERS_WITHIN, socket_timeout=ANSWERS_WITHIN
        ) as client:
            client.publish(CHANNEL, as_text({"from": "", **message}))
    except redis.RedisError as fault:  # processes look for themselves every few seconds, too
        LOG.warning("Redis cannot be reached: %s", fault)
