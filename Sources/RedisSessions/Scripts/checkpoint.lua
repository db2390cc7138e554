-- checkpoint.lua: adds a piece to a draft and holds the lease for longer.
-- KEYS     9 draft of the turn
-- ARGV     1 turn  2 owner  3 text offset  4 text  5 thinking offset  6 thinking
-- returns  {'kept'} | {'gap'} | {'lost'}
--
-- Each piece is a field of its own, so that nothing is rewritten while the reply grows.

local draft = KEYS[9]
if redis.call('HGET', draft, 'owner') ~= ARGV[2] then return {'lost'} end

-- A lease that ran out and that nobody took is taken again; one that somebody else holds is theirs.
local mine = ARGV[1] .. ' ' .. ARGV[2]
local holder = redis.call('GET', lease)
if not holder or holder == mine then
  redis.call('SET', lease, mine, 'PX', LEASE_MILLISECONDS)
end

local function grow(kind, counter, offset, piece)
  local length = tonumber(redis.call('HGET', draft, counter))
  if offset > length then return false end
  local missing = string.sub(piece, length - offset + 1)
  if #missing == 0 then return true end
  redis.call('HSET', draft, kind .. ':' .. length, missing, counter, length + #missing)
  return true
end

local whole = grow('text', 'length', tonumber(ARGV[3]), ARGV[4])
  and grow('thinking', 'thinking_length', tonumber(ARGV[5]), ARGV[6])
refresh()
return {whole and 'kept' or 'gap'}
