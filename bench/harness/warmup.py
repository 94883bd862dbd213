"""Load before anything is measured, with rests in which a JVM's compilers catch up."""
import time
from pathlib import Path

from . import processes

BURST_SECONDS, REST_SECONDS = 15, 60


def warm(server, load, bodies, seconds):
    """The load in bursts; after each the JVM rests until nothing waits to be compiled. Answers how long it rested.

    Under full load on few cores a JVM's compiler threads get a small share of them: methods that have run often enough
    wait for minutes, which a server that is not always at its bound never sees."""
    rested = 0
    while seconds > 0:
        load.wrk(server, "mixed", bodies, min(BURST_SECONDS, seconds))
        seconds -= BURST_SECONDS
        if _is_java(server.pid):
            rested += _rest(server.pid)
    return rested


def _is_java(pid):
    return Path(f"/proc/{pid}/exe").resolve().name == "java"


def _rest(pid):
    begin = time.monotonic()
    while not _compilers_rest(pid) and time.monotonic() - begin < REST_SECONDS:
        time.sleep(1)
    return time.monotonic() - begin


def _compilers_rest(pid):
    """`Compiler.queue` lists what is being compiled, then each compiler's queue, of which it says that it is empty."""
    lines = processes.run([processes.java("jcmd"), str(pid), "Compiler.queue"]).splitlines()[1:]
    return all(not line.strip() or line.endswith(":") or line.strip() == "Empty" for line in lines)
