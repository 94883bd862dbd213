"""Where a server's time goes: Java Flight Recorder's samples while wrk runs one query."""
import re
from collections import Counter

from . import processes
from .paths import WORK

TOP = 40
FRAME = re.compile(r"^\s+(\S.*?)\(.*\)\s+line: (\S+)")
WEIGHT = re.compile(r"^\s+weight = ([\d.]+) (bytes|kB|MB|GB)")
UNITS = {"bytes": 1e-6, "kB": 1e-3, "MB": 1, "GB": 1e3}
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
    """Stack traces, the innermost frame first, as names of methods; each with its weight (MB of allocations, else 1)."""
    text = processes.run([processes.java("jfr"), "print", "--events", event, "--stack-depth", "128", str(file)])
    stack, weight = None, 1
    for line in text.splitlines():
        if found := WEIGHT.match(line):
            weight = float(found.group(1)) * UNITS[found.group(2)]
        if line.strip() == "stackTrace = [":
            stack = []
        elif stack is not None and line.strip() == "]":
            yield stack, weight
            stack = None
        elif stack is not None and (frame := FRAME.match(line)):
            stack.append(frame.group(1))


def _table(title, weighted, total=None):
    """Names and weights, summed and the heaviest first; shares of the total, else of the sum."""
    counter = Counter()
    for name, weight in weighted:
        counter[name] += weight
    total = total or sum(counter.values())
    return [f"\n{title}"] + [f"{weight / total:7.1%}  {name}" for name, weight in counter.most_common(TOP)]


def _inner_own(stack):
    return next((frame for frame in stack if frame.startswith(OWN)), "(no frame of ours)")


def summary(file):
    """Top frames by self time, by time with all they call, and by our innermost frame; writes folded stacks beside."""
    stacks = [stack for stack, _ in _stacks(file, "jdk.ExecutionSample") if stack]
    if not stacks:
        return "no samples: the load was too short"
    folded = Counter(";".join(reversed(stack)) for stack in stacks)
    file.with_suffix(".folded").write_text("".join(f"{stack} {n}\n" for stack, n in folded.most_common()))
    allocations = [pair for pair in _stacks(file, "jdk.ObjectAllocationSample") if pair[0]]
    lines = [f"{len(stacks)} samples of running Java code"]
    lines += _table("self time", ((s[0], 1) for s in stacks))
    lines += _table("with all they call (recursion counts once)", ((f, 1) for s in stacks for f in set(s)), len(stacks))
    lines += _table("by our innermost frame, libraries included", ((_inner_own(s), 1) for s in stacks))
    if allocations:
        lines += _table("bytes allocated, by our innermost frame", ((_inner_own(s), w) for s, w in allocations))
        lines += _table("bytes allocated, by the allocating frame", ((s[0], w) for s, w in allocations))
    lines.append(f"\nrecording {file}, folded stacks (for a flame graph) {file.with_suffix('.folded')}")
    return "\n".join(lines)
