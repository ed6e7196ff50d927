-- Asks for random addresses with random Accept-Language headers, and writes what wrk counted as one line of JSON.
-- Arguments: a seed, the path with a number's place (as "%06d") or without, the largest number, and the headers.

local path
local largest
local tails = {}
local head

function init(arguments)
  math.randomseed(tonumber(arguments[1]))
  path = arguments[2]
  largest = tonumber(arguments[3])
  for position = 4, #arguments do
    local headers = { ["Accept"] = "*/*", ["Accept-Language"] = arguments[position] }
    local whole = wrk.format("GET", "/PATH", headers)
    local from, to = whole:find("/PATH", 1, true)
    head = whole:sub(1, from - 1)
    tails[#tails + 1] = whole:sub(to + 1)
  end
end

function request()
  return head .. path:format(math.random(1, largest)) .. tails[math.random(1, #tails)]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %.6f, "p50_ms": %.3f, "p99_ms": %.3f, "refused": %d, "broken": %d}\n',
    summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout
  ))
end
