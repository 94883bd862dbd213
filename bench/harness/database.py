"""PostgreSQL: the benchmark's own, or the one that HASURA_GRAPHQL_DATABASE_URL names."""
import os
import shutil
import urllib.parse
from pathlib import Path

from . import processes
from .paths import BENCH, DEV, Failure, WORK
from .queries import SESSIONS, USERS

DATA = WORK / "postgres"
COUNT = "select (select count(*) from users) || ' ' || (select count(*) from sessions)"
SETTINGS = ("server_version", "shared_buffers", "fsync", "synchronous_commit", "jit", "max_parallel_workers_per_gather")


class Database:
    def __init__(self, fresh):
        self.url = os.environ.get("HASURA_GRAPHQL_DATABASE_URL")
        self.own = not self.url
        if self.own:
            self._start(fresh)
        self.postmaster = self._postmaster()

    def _start(self, fresh):
        if fresh:
            shutil.rmtree(DATA, ignore_errors=True)
        WORK.mkdir(parents=True, exist_ok=True)
        child = processes.Child([
            processes.java("java"), "-Xmx256m", "-XX:+UseSerialGC", "-cp", f"{DEV}/lib/*",
            str(BENCH / "start" / "Database.java"), str(DATA), "0"])
        self.url = child.line("postgres://")

    def _postmaster(self):
        """Process id of the postmaster when it runs on this machine, else None."""
        if self.own:
            return int((DATA / "postmaster.pid").read_text().split()[0])
        host = urllib.parse.urlsplit(self.url).hostname
        if host not in ("localhost", "127.0.0.1", "::1"):
            return None
        try:
            pid = self.query("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")
            return int(pid) if "postgres" in Path(f"/proc/{pid}/comm").read_text() else None
        except (Failure, OSError, ValueError):
            return None

    def query(self, sql):
        return processes.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", self.url, "-c", sql]).strip()

    def has_tables(self):
        return self.query("select to_regclass('public.users') is not null and to_regclass('public.sessions') is not null") == "t"

    def load(self):
        """Loads once; refuses a database with other rows in it."""
        counted = self.query(COUNT)
        if counted == "0 0":
            print(f"loading {USERS:,} users and {SESSIONS:,} sessions …", flush=True)
            processes.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", self.url, "-f", str(BENCH / "load.sql")])
        self.clean()
        counted = self.query(COUNT)
        if counted != f"{USERS} {SESSIONS}":
            raise Failure(f"The database holds other rows (users and sessions: {counted}): --fresh loads the benchmark's"
                          " own again; a given database must be empty or loaded by this script.")

    def clean(self):
        """Deletes what the inserts left, their events too: the loaded sessions end with the year 2025."""
        self.query("truncate fitmesh.event_log, fitmesh.event_invocation_log")
        self.query("delete from sessions where created_at >= date '2026-01-02'")
        self.query("vacuum analyze sessions")
        self.query("vacuum users")
        if self.own:
            self.query("checkpoint")

    def settings(self):
        return {name: self.query(f"show {name}") for name in SETTINGS}

    def cpu_seconds(self):
        return processes.family_cpu_seconds(self.postmaster) if self.postmaster else None
