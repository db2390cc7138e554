-- abandon.lua: ends a turn without a reply.
-- KEYS     8 draft of the turn
-- ARGV     1 turn  2 owner
-- returns  {'abandoned'}
--
-- A draft that another program has taken over is left to it.

local draft = KEYS[8]
local owner = redis.call('HGET', draft, 'owner')
if not owner or owner == ARGV[2] then
  redis.call('DEL', draft)
  redis.call('HDEL', drafts, ARGV[1])
end
if redis.call('GET', lease) == ARGV[1] .. ' ' .. ARGV[2] then redis.call('DEL', lease) end
return {'abandoned'}
