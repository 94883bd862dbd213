"""Where a server's time goes: Java Flight Recorder's samples while wrk runs one query."""
import re
from collections import Counter

from . import processes
from .paths import WORK

TOP = 40
FRAME = re.compile(r"^\s+(\S.*?)\(.*\)\s+line: (\S+)")
OWN = "org.fitmesh."


def record(server, load, query, seconds):
    """Runs the load under a recording; answers the recording's file."""
    file = WORK / f"profile-{query.number}-{server.name}.jfr"
    jcmd = [processes.java("jcmd"), str(server.pid)]
    bodies = [server.body(query, values) for values in query.values()]
    processes.run([*jcmd, "JFR.start", "name=bench", "settings=profile"])
    try:
        load.wrk(server, query.number, bodies, seconds)
    finally:
        processes.run([*jcmd, "JFR.stop", "name=bench", f"filename={file}"])
    return file


def _stacks(file, event):
    """Stack traces, the innermost frame first, as names of methods."""
    text = processes.run([processes.java("jfr"), "print", "--events", event, "--stack-depth", "128", str(file)])
    stack = None
    for line in text.splitlines():
        if line.strip() == "stackTrace = [":
            stack = []
        elif stack is not None and line.strip() == "]":
            yield stack
            stack = None
        elif stack is not None and (frame := FRAME.match(line)):
            stack.append(frame.group(1))


def _table(title, counter, total):
    lines = [f"\n{title} ({total} samples)"]
    for name, count in counter.most_common(TOP):
        lines.append(f"{count / total:7.1%}  {name}")
    return lines


def summary(file):
    """Top frames by self time, by time with all they call, and by our innermost frame; writes folded stacks beside."""
    stacks = list(_stacks(file, "jdk.ExecutionSample"))
    if not stacks:
        return "no samples: the load was too short"
    total = len(stacks)
    own = (next((f for f in s if f.startswith(OWN)), "(no frame of ours)") for s in stacks)
    folded = Counter(";".join(reversed(s)) for s in stacks)
    file.with_suffix(".folded").write_text("".join(f"{s} {n}\n" for s, n in folded.most_common()))
    allocations = list(_stacks(file, "jdk.ObjectAllocationSample"))
    lines = _table("self time", Counter(s[0] for s in stacks), total)
    lines += _table("with all they call", Counter(f for s in stacks for f in set(s)), total)
    lines += _table("self time and what libraries do for it, by our innermost frame", Counter(own), total)
    if allocations:
        own = (next((f for f in s if f.startswith(OWN)), s[0]) for s in allocations if s)
        lines += _table("allocation samples by our innermost frame", Counter(own), len(allocations))
    lines.append(f"\nrecording {file}, folded stacks (for a flame graph) {file.with_suffix('.folded')}")
    return "\n".join(lines)
