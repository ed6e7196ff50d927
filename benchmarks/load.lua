-- Sends one request for each Accept-Language header given as an argument, in turn,
-- and writes what wrk counted as one line of JSON.

local prepared = {}
local turn = 0

function init(accept_languages)
  for position, accept_language in ipairs(accept_languages) do
    prepared[position] = wrk.format(nil, nil, { ["Accept"] = "*/*", ["Accept-Language"] = accept_language })
  end
end

function request()
  turn = turn % #prepared + 1
  return prepared[turn]
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
