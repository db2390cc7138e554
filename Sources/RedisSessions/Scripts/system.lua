-- system.lua: sets, replaces or removes the system prompt, the first message of a session.
-- ARGV     1 first member as the client saw it, or ''  2 system prompt to replace, or ''
--          3 shelf entry for that, or ''  4 5 head and tail of the new one, '' to have none
-- returns  {'set'} | {'changed'} | {'gone'} | {'badscore', score}
--
-- Members are compared and swapped; on 'changed' the client looks again. A new one stands before
-- what was pruned, too, because that may come back.

if not exists() then return {'gone'} end
local first = redis.call('ZRANGE', messages, 0, 0, 'WITHSCORES')
if (first[1] or '') ~= ARGV[1] then return {'changed'} end

local us, score
if ARGV[2] ~= '' then
  score = redis.call('ZSCORE', messages, ARGV[2])
  if not score then return {'changed'} end
  us = nearest(score)
elseif first[2] then
  local before = tonumber(first[2])
  if not (before >= 0.000001 and before <= 9e9) then return {'badscore', first[2]} end
  for _, entry in ipairs(redis.call('LRANGE', shelf, 0, -1)) do
    -- Quotes inside of a member are escaped, so that these can only be the entry's own fields.
    local oldest = string.find(entry, '"kind":"prune"', 1, true)
      and tonumber(string.match(entry, '"scores":%["([^"]+)"') or '')
    if oldest and oldest >= 0.000001 then before = math.min(before, oldest) end
  end
  us = math.floor(before * 1e6 + 0.125) - 1
else
  us = server_time()
end

if ARGV[2] ~= '' then redis.call('ZREM', messages, ARGV[2]) end
if ARGV[4] ~= '' then
  local stamp = text(us)
  redis.call('ZADD', messages, score or stamp, ARGV[4] .. stamp .. ARGV[5])
end
if ARGV[3] ~= '' then put_on_shelf(ARGV[3]) else redis.call('HINCRBY', meta, 'rev', 1) end
settle(server_time())
refresh()
return {'set'}
