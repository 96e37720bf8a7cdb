"""A proxy before the Shop that does to exchanges, at random, what networks do; the kinds are toxiproxy's.

It notes of each exchange what it did, under the name in the URL (`visit=…`), so that each verdict can be
judged against it.
"""

import asyncio
import collections
import random
import re
import socket
import struct
import threading

# What is done to an exchange, and how often. The last four are not toxiproxy's.
FAULTS = {
    "none": 52, "latency": 8, "bandwidth": 4, "slicer": 6, "slow_close": 4, "timeout": 1,
    "reset_peer": 4, "limit_data": 5, "cut": 5, "silent": 4, "close_after": 5, "drop": 2,
}

# One sending of a request: what was done to it, whether the Shop got it, whether its answer was handed
# over whole.
Visit = collections.namedtuple("Visit", "method fault forwarded whole")


class Cut(Exception):
    """The connection ends here."""


async def read_message(reader, method=None):
    """A whole message; `method` is that of the request where it is an answer."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.IGNORECASE)
    status = int(head.split(b" ", 2)[1]) if method else None
    if method == "HEAD" or status in (204, 304) or not length:
        return head
    return head + await reader.readexactly(int(length[1]))


class Proxy:
    def __init__(self, shop_port, seed):
        self.shop_port = shop_port
        self.random = random.Random(seed)
        self.visits = collections.defaultdict(list)
        self.counts = collections.Counter()
        started = threading.Event()

        async def serve():
            server = await asyncio.start_server(self.connection, "127.0.0.1", 0)
            self.port = server.sockets[0].getsockname()[1]
            started.set()
            await server.serve_forever()

        threading.Thread(target=lambda: asyncio.run(serve()), daemon=True).start()
        started.wait()

    async def connection(self, reader, writer):
        try:
            if self.random.randrange(100) < FAULTS["drop"]:
                self.counts["drop"] += 1
                if self.random.random() < 0.5:
                    self.reset_on_close(writer)
                return
            while True:
                request = await read_message(reader)
                await self.exchange(request, reader, writer)
        except (Cut, asyncio.IncompleteReadError, OSError):
            pass
        finally:
            writer.close()

    async def exchange(self, request, reader, writer):
        kinds = [kind for kind in FAULTS if kind != "drop"]
        fault = self.random.choices(kinds, [FAULTS[kind] for kind in kinds])[0]
        self.counts[fault] += 1
        method = request.split(b" ", 1)[0].decode()
        visits = self.visits[re.search(rb"[?&]visit=([^ &]+)", request)[1].decode()]
        number = len(visits)

        def note(forwarded, whole):
            visits[number:] = [Visit(method, fault, forwarded, whole)]

        note(False, False)
        if fault == "silent":
            # Before the Shop has it: nothing comes, and the connection ends.
            raise Cut
        if fault == "reset_peer" and self.random.random() < 0.5:
            self.reset_on_close(writer)
            raise Cut
        note(True, False)
        answer = await self.ask_shop(request, method)
        if fault == "timeout":
            # Until the client gives up.
            await reader.read()
            raise Cut
        if fault in ("reset_peer", "limit_data", "cut"):
            # limit_data: all but the last octets; the others anywhere.
            least = len(answer) * 9 // 10 if fault == "limit_data" else 0
            writer.write(answer[: self.random.randrange(least, len(answer))])
            await writer.drain()
            if fault == "reset_peer":
                self.reset_on_close(writer)
            raise Cut
        if fault == "latency":
            await asyncio.sleep(max(0, self.random.gauss(0.2, 0.1)))
        size, pause = {"bandwidth": (128, 0.03), "slicer": (self.random.randint(1, 40), 0.001)}.get(
            fault, (len(answer), 0))
        for place in range(0, len(answer), size):
            writer.write(answer[place : place + size])
            await writer.drain()
            await asyncio.sleep(pause)
        note(True, True)
        if fault == "slow_close":
            await asyncio.sleep(self.random.random())
            raise Cut
        if fault == "close_after":
            raise Cut

    async def ask_shop(self, request, method):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.shop_port)
        try:
            writer.write(request)
            return await read_message(reader, method)
        finally:
            writer.close()

    @staticmethod
    def reset_on_close(writer):
        writer.get_extra_info("socket").setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
