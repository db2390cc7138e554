-- insert.lua: makes a session of messages that were brought in beside it, and of metadata.
-- KEYS     9 the messages that were brought in
-- ARGV     1 stamp of its creation  2 stamp of its last use  3 number of its messages
--          4 number of arguments for meta  5… its fields and values  then the number of entries of the shelf, and they
--          then digests and bytes of images
-- returns  {'inserted'} | {'existed'} | {'vanished'}

if exists() then
  redis.call('DEL', KEYS[9])
  return {'existed'}
end
local count = tonumber(ARGV[3])
if redis.call('ZCARD', KEYS[9]) ~= count then
  redis.call('DEL', KEYS[9])
  return {'vanished'}
end
local values = 4 + tonumber(ARGV[4])
if count > 0 then
  redis.call('RENAME', KEYS[9], messages)
  redis.call('PERSIST', messages)
end
redis.call('HSET', meta, 'created_at', text(tonumber(ARGV[1])), unpack(ARGV, 5, values))
local images = values + 1 + tonumber(ARGV[values + 1])
for i = values + 2, images do redis.call('RPUSH', shelf, ARGV[i]) end
for i = images + 1, #ARGV, 2 do redis.call('HSET', blobs, ARGV[i], ARGV[i + 1]) end
settle(tonumber(ARGV[2]))
refresh(7)
return {'inserted'}
