-- insert.lua: makes a session of messages that were brought in beside it, and of metadata.
-- KEYS     8 the messages that were brought in
-- ARGV     1 stamp of its creation  2 stamp of its last use  3 number of arguments for meta
--          4… its fields and values  then entries of the shelf
-- returns  {'inserted'} | {'existed'} | {'missing'}

if exists() then
  redis.call('DEL', KEYS[8])
  return {'existed'}
end
local values = 3 + tonumber(ARGV[3])
if redis.call('EXISTS', KEYS[8]) == 1 then
  redis.call('RENAME', KEYS[8], messages)
  redis.call('PERSIST', messages)
end
redis.call('HSET', meta, 'created_at', text(tonumber(ARGV[1])), unpack(ARGV, 4, values))
for i = values + 1, #ARGV do redis.call('RPUSH', shelf, ARGV[i]) end
settle(tonumber(ARGV[2]))
refresh(7)
return {'inserted'}
