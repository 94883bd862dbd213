"""Sessions inserted through GraphQL at a steady rate, by threads that each keep a connection."""
import json
import socket
import threading
import time

from .stage import SECRET

INSERT = "mutation ($slug: String!) { insert_sessions_one(object: {user_id: \"auth0|bench\", slug: $slug}) { id } }"
SLUGS = ("fran", "murph", "cindy", "grace", "helen")


def request(slug):
    body = json.dumps({"query": INSERT, "variables": {"slug": slug}}).encode()
    return (f"POST /v1/graphql HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n"
            f"x-hasura-admin-secret: {SECRET}\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body


REQUESTS = [request(slug) for slug in SLUGS]


class Connection:
    """Of the standard library's client alone, the load would take a fifth of a processor from what is measured."""

    def __init__(self, port):
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def insert(self, number):
        """Raises OSError unless a row was inserted and its id came back."""
        self._socket.sendall(REQUESTS[number % len(REQUESTS)])
        answer = b""
        while not self._whole(answer):
            more = self._socket.recv(65536)
            if not more:
                raise OSError("closed")
            answer += more
        if b"200 OK" not in answer[:20] or b'{"data":{"insert_sessions_one":{"id":' not in answer:
            raise OSError(answer[-500:].decode(errors="replace"))

    @staticmethod
    def _whole(answer):
        head, found, body = answer.partition(b"\r\n\r\n")
        if not found:
            return False
        length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
        if not length.strip():
            raise OSError("no Content-Length")
        return len(body) >= int(length)


class Inserts:
    """Runs in the background from the construction on; join() waits for the end."""

    def __init__(self, nodes, count, rate=None, threads=8):
        """rate: inserts per second of all threads together; None: as fast as they are answered."""
        self.nodes, self.count, self.rate = nodes, count, rate
        self.done, self.failed = 0, 0
        self._lock, self._next, self._start = threading.Lock(), 0, time.monotonic()
        self._threads = [threading.Thread(target=self._run, args=(n,), daemon=True) for n in range(threads)]
        for thread in self._threads:
            thread.start()

    def join(self):
        for thread in self._threads:
            thread.join()
        self.seconds = time.monotonic() - self._start
        return self

    def _number(self):
        with self._lock:
            self._next += 1
            return self._next - 1

    def _run(self, number):
        connection, node = None, number
        while (mine := self._number()) < self.count:
            if self.rate:
                time.sleep(max(0.0, self._start + mine / self.rate - time.monotonic()))
            while True:
                try:
                    connection = connection or Connection(self.nodes[node % len(self.nodes)].port)
                    connection.insert(mine)
                    break
                except OSError:
                    # Another node may take it; whether the first one had written it, the table tells.
                    connection, node = None, node + 1
                    with self._lock:
                        self.failed += 1
                    time.sleep(0.05)
            with self._lock:
                self.done += 1
