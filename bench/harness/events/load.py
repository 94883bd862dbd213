"""Sessions inserted through GraphQL at a steady rate, by threads that each keep a connection."""
import http.client
import json
import threading
import time

from .stage import SECRET

INSERT = "mutation ($slug: String!) { insert_sessions_one(object: {user_id: \"auth0|bench\", slug: $slug}) { id } }"
SLUGS = ("fran", "murph", "cindy", "grace", "helen")
HEADERS = {"Content-Type": "application/json", "x-hasura-admin-secret": SECRET}


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
            body = json.dumps({"query": INSERT, "variables": {"slug": SLUGS[mine % len(SLUGS)]}})
            while True:
                try:
                    connection = connection or self._connect(node)
                    connection.request("POST", "/v1/graphql", body, HEADERS)
                    answer = json.loads(connection.getresponse().read())
                    if "errors" not in answer:
                        break
                    raise OSError(answer["errors"][0]["message"])
                except (OSError, http.client.HTTPException, ValueError):
                    # Another node may take it; whether the first one had written it, the table tells.
                    connection, node = None, node + 1
                    with self._lock:
                        self.failed += 1
                    time.sleep(0.05)
            with self._lock:
                self.done += 1

    def _connect(self, node):
        return http.client.HTTPConnection("127.0.0.1", self.nodes[node % len(self.nodes)].port, timeout=10)
