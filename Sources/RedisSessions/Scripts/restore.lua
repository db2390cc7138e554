-- restore.lua: puts messages of the shelf back to where they were.
-- ARGV     1 operation  2 operation of the shelf entry
--          3 holder of the lease that is known to be dead, or ''
--          4 'same' where the newest message has to be the one of then  5 what is added to `pruned`
--          6 kind of the shelf entry for what is replaced  7… members that are replaced
-- returns  {'restored', header} | {'changed'} | {'gone'} | {'busy', holder of the lease}
--
-- The entry is JSON in which members are texts: its numbers lose digits here, and are not used.

if not exists() then return {'gone'} end
if remembered(ARGV[1]) then return {'restored', header()} end
local holder = redis.call('GET', lease)
if holder and holder ~= ARGV[3] then return {'busy', holder} end

-- Quotes inside of a member are escaped, so that this can only be the entry's own field.
local mark, entry = '"op":"' .. ARGV[2] .. '"', nil
for _, candidate in ipairs(redis.call('LRANGE', shelf, 0, -1)) do
  if string.find(candidate, mark, 1, true) then entry = candidate end
end
if not entry then return {'changed'} end

local newest = redis.call('ZREVRANGE', messages, 0, 0, 'WITHSCORES')[2]
if ARGV[4] == 'same' then
  local head = newest and text(nearest(newest)) or 'null'
  if not string.find(entry, '"head":' .. head .. ',', 1, true) then return {'changed'} end
  -- Nothing is the newest message of every empty path; only its last change tells whether that
  -- was the one of then.
  local last = redis.call('HGET', meta, 'last_activity') or ''
  if not newest and string.find(entry, '{"at":' .. last .. ',', 1, true) ~= 1 then
    return {'changed'}
  end
end
local scores = scores_of(7, #ARGV)
if not scores then return {'changed'} end

local kept = cjson.decode(entry)
if ARGV[6] == 'retry' or ARGV[6] == 'continue' then
  -- A reply comes back to the end; somebody else may have gone on meanwhile.
  local isNext = not newest or tonumber(newest) < tonumber(kept.scores[1])
  if #ARGV > 6 then isNext = is_at_the_end(ARGV[#ARGV]) end
  if not isNext then return {'changed'} end
end
redis.call('LREM', shelf, 1, entry)
take_off(7, #ARGV)
for i, member in ipairs(kept.members) do
  redis.call('ZADD', messages, kept.scores[i], member)
end
if #scores > 0 then
  put_on_shelf(shelf_entry(ARGV[6], ARGV[1], 7, #ARGV, scores))
else
  redis.call('HINCRBY', meta, 'rev', 1)
end
redis.call('HINCRBY', meta, 'pruned', ARGV[5])

local now = server_time()
remember(ARGV[1], now)
settle(now)
refresh()
return {'restored', header()}
