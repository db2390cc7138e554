-- index_commit.lua: notes how far sessions are indexed, where nobody else did meanwhile.
--
-- KEYS  1 lease  2 states of the sessions
-- ARGV  1 token of the lease, then for each session its id, the state that was read and the new
--       one; an empty text is none.
-- Returns for each session whether its state was set.

local done = {}
local mine = redis.call('GET', KEYS[1]) == ARGV[1]
for i = 2, #ARGV, 3 do
  local is = redis.call('HGET', KEYS[2], ARGV[i]) or ''
  if mine and is == ARGV[i + 1] then
    if ARGV[i + 2] == '' then
      redis.call('HDEL', KEYS[2], ARGV[i])
    else
      redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 2])
    end
    done[#done + 1] = 1
  else
    done[#done + 1] = 0
  end
end
return done
