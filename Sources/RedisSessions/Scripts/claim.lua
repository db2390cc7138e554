-- claim.lua: takes over the draft of a program that is gone, so that one program alone recovers it.
-- KEYS     9 draft of the turn
-- ARGV     1 turn  2 owner that is gone  3 new owner  4 'dead' where the old owner is known to be so
-- returns  {'claimed', fields of the draft} | {'held'} | {'missing'}
--
-- An owner on another machine counts as gone when it lets its lease run out. While somebody else is
-- in a turn the draft stays where it is, for a later time.

local draft = KEYS[9]
local holder = redis.call('GET', lease)
local theirs = holder == ARGV[1] .. ' ' .. ARGV[2]
if holder and not (theirs and ARGV[4] == 'dead') then return {'held'} end

local owner = redis.call('HGET', draft, 'owner')
if not owner then redis.call('HDEL', drafts, ARGV[1]) end
if owner ~= ARGV[2] and owner ~= ARGV[3] then return {'missing'} end

redis.call('HSET', draft, 'owner', ARGV[3])
redis.call('HSET', drafts, ARGV[1], ARGV[3])
if theirs then redis.call('DEL', lease) end
refresh()
return {'claimed', redis.call('HGETALL', draft)}
