-- trash.lua: moves a session out of sight of every reader, until it vanishes.
-- KEYS     9… drafts of the session  then the new names of KEYS[2] and those behind it
-- ARGV     1 operation  2 seconds to keep it  3 holder of the lease that is known to be dead, or ''
--          4 number of drafts  5… their turns
-- returns  {'trashed'} | {'changed'} | {'gone'} | {'busy', holder of the lease}
--
-- LT: a session that was to expire sooner still does.

local count = tonumber(ARGV[4])
local shift = 7 + count
if not exists() then
  return {redis.call('HEXISTS', KEYS[4 + shift], ARGV[1]) == 1 and 'trashed' or 'gone'}
end

-- Whoever is in a turn would find nothing to put the reply into.
local holder = redis.call('GET', lease)
if holder and holder ~= ARGV[3] then return {'busy', holder} end

-- Drafts are keys that only the client can name; a new one means that it has to look again.
if redis.call('HLEN', drafts) ~= count then return {'changed'} end
for i = 1, count do
  if redis.call('HEXISTS', drafts, ARGV[4 + i]) == 0 then return {'changed'} end
end

-- What it would expire by, for the case that it comes back.
local left = math.max(redis.call('PTTL', messages), redis.call('PTTL', meta))
if left >= 0 then redis.call('HSET', meta, 'expires_in', left) end

remember(ARGV[1], server_time())
redis.call('DEL', lease)
for i = 2, 1 + shift do
  if redis.call('EXISTS', KEYS[i]) == 1 then
    redis.call('RENAME', KEYS[i], KEYS[i + shift])
    redis.call('EXPIRE', KEYS[i + shift], ARGV[2], 'LT')
  end
end
return {'trashed'}
