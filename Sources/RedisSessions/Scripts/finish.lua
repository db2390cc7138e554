-- finish.lua: ends a turn with its reply, removes the draft and gives the lease back.
-- KEYS     9 draft of the turn
-- ARGV     1 turn  2 owner  3 operation  4 anchor as text, '' where the session was empty
--          5 'append', 'instead' or 'inplace'  6 the member that is replaced, or ''
--          7 shelf entry for it, or ''  8 9 head and tail of the reply
-- returns  {'stored', stamp, position, pruned} | {'overtaken'} | {'gone'}
--          | {'badscore', score}
--
-- A draft that was evicted leaves its turn to whoever ends it; one that another program has taken
-- over is that program's. A turn that ended before and was begun again, by a program that repeats all
-- of it, ends again.

local draft = KEYS[9]
local placement, replaced = ARGV[5], ARGV[6]

local us = remembered(ARGV[3])
if us then
  end_turn(draft, ARGV[1], ARGV[2])
  return {'stored', us, position(us), pruned()}
end
if not exists() then return {'gone'} end
local owner = redis.call('HGET', draft, 'owner')
if owner and owner ~= ARGV[2] then return {'overtaken'} end

local old = placement ~= 'append' and redis.call('ZSCORE', messages, replaced)
if placement ~= 'append' and not old then return {'overtaken'} end

-- Half a microsecond behind the anchor, because scores of other programs may be finer than ours.
local later = redis.call('ZCOUNT', messages,
  ARGV[4] == '' and '-inf' or '(' .. ARGV[4] .. '5', '+inf')
if old and ARGV[4] ~= '' and tonumber(old) > tonumber(ARGV[4] .. '5') then later = later - 1 end
if later > 0 then return {'overtaken'} end

local bad
us, bad = next_stamp()
if not us then return {'badscore', bad} end
local score = text(us)
if placement == 'inplace' then us, score = nearest(old), old end
local stamp = text(us)
if old then redis.call('ZREM', messages, replaced) end
redis.call('ZADD', messages, score, ARGV[8] .. stamp .. ARGV[9])
if old then put_on_shelf(ARGV[7]) end
settle(math.max(us, server_time()))
remember(ARGV[3], us)

end_turn(draft, ARGV[1], ARGV[2])
refresh()
return {'stored', us, position(us), pruned()}
