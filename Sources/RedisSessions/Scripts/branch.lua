-- branch.lua: makes a session from another one, with the same members up to one of them.
-- KEYS     1–8 keys of the new session  9 messages  10 meta  11 blobs of its parent
-- ARGV     1 greatest score to take along  2 time to live of new sessions, or ''
--          3 number of arguments for meta  4… its fields and values  then heads and tails
-- returns  {'created', stamp of the first added message, its position, header} | {'gone'}
--          | {'badscore', score}

local us = remembered('create')
if us then return {'created', us, position(us), header()} end
if redis.call('EXISTS', KEYS[9], KEYS[10]) == 0 then return {'gone'} end

local shared
if ARGV[1] == '+inf' then
  -- Twice as fast for the whole; the time to live of the copy is set below.
  redis.call('COPY', KEYS[9], messages, 'REPLACE')
  redis.call('PERSIST', messages)
  shared = redis.call('ZCARD', messages)
else
  shared = redis.call('ZRANGESTORE', messages, KEYS[9], '-inf', ARGV[1], 'BYSCORE')
end
local values = 3 + tonumber(ARGV[3])
if #ARGV > values then
  local bad
  us, bad = next_stamp()
  if not us then
    redis.call('DEL', messages)
    return {'badscore', bad}
  end
else
  us = server_time()
end
redis.call('COPY', KEYS[11], blobs)

local now = text(server_time())
redis.call('HSET', meta, 'created_at', now, unpack(ARGV, 4, values))
for _, field in ipairs({'choices', 'model', 'options', 'pruned', 'ttl'}) do
  local value = redis.call('HGET', KEYS[10], field)
  if value then redis.call('HSETNX', meta, field, value) end
end
redis.call('HSET', meta, 'branch_at', pruned() + shared)
settle(math.max(add(us, values + 1), server_time()))

-- A branch of a session that expires without a setting of its own expires in the same way.
local left = math.max(redis.call('PTTL', KEYS[9]), redis.call('PTTL', KEYS[10]))
if left >= 0 then
  redis.call('PEXPIRE', meta, left)
elseif ARGV[2] ~= '' then
  redis.call('HSETNX', meta, 'ttl', ARGV[2])
end
remember('create', us)
refresh(8)
return {'created', us, shared, header()}
