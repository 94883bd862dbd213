-- Sends prepared bodies, one after the other: wrk … -s request.lua -- <file of bodies> [<header> <value>]…
-- The file has one body a line. Prints what it measured as one line of JSON.
local threads = 0

function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end

function init(args)
  local headers = {["Content-Type"] = "application/json"}
  for i = 2, #args, 2 do
    headers[args[i]] = args[i + 1]
  end
  requests = {}
  for line in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("POST", nil, headers, line)
  end
  -- threads start at different places
  at = id * 997 % #requests
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency, _)
  local e = summary.errors
  io.write(string.format(
    'measured {"requests": %d, "seconds": %.6f, "p50": %.3f, "p99": %.3f, "max": %.3f, "errors": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    latency.max / 1e3, e.connect + e.read + e.write + e.status + e.timeout))
end
