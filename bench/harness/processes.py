"""Child processes and what /proc tells of them."""
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

from .paths import Failure

TICK = os.sysconf("SC_CLK_TCK")


def require(program, package):
    if not shutil.which(program):
        raise Failure(f"{program} is missing: install it (Debian: apt install {package}).")


def java(name):
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin", name)) if home else name


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def run(command, **options):
    """Runs to the end; answers standard output."""
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    if done.returncode != 0:
        raise Failure(f"{' '.join(map(str, command[:4]))} … failed:\n{done.stdout[-3000:]}")
    return done.stdout


class Child:
    """A process that tells on standard output when it is up; it also ends when we are killed."""

    started = []

    def __init__(self, command, environment=None):
        # A group of its own: Ctrl-C ends them in our order, not all at once.
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env=environment, start_new_session=True)
        Child.started.append(self)

    def line(self, wanted=""):
        """The next line of output that contains the text."""
        for line in self.process.stdout:
            if wanted in line:
                return line.strip()
        code = self.process.wait()
        raise Failure(f"{' '.join(self.process.args[:3])} … has ended with exit code {code}.")

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()


def _stat(pid):
    """Fields of /proc/<pid>/stat from the third on; None when the process is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None


def children(pid):
    found = []
    for entry in os.listdir("/proc"):
        stat = _stat(entry) if entry.isdigit() else None
        if stat and stat[1] == str(pid):
            found.append(int(entry))
    return found


def descendants(pid):
    """Children, their children and so on: a program may have been started by a script."""
    found = children(pid)
    return found + [deeper for child in found for deeper in descendants(child)]


def cpu_seconds(pid):
    stat = _stat(pid)
    return (int(stat[11]) + int(stat[12])) / TICK if stat else 0.0


def family_cpu_seconds(pid):
    """Of a process, its living children and those that it has reaped."""
    stat = _stat(pid)
    if not stat:
        return 0.0
    own = sum(map(int, stat[11:15])) / TICK
    return own + sum(cpu_seconds(child) for child in children(pid))


def memory_mb(pid, field):
    """VmRSS or VmHWM in MB (of 1,000,000 bytes)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(field + ":"):
            return int(line.split()[1]) * 1024 / 1e6
    raise Failure(f"/proc/{pid}/status has no {field}")


def age(pid):
    """Seconds since the process was started."""
    return float(Path("/proc/uptime").read_text().split()[0]) - int(_stat(pid)[19]) / TICK


def wait_for(what, condition, seconds, pause=0.2):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(pause)
    raise Failure(f"{what}: not within {seconds} s.")
