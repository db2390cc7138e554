-- insert.lua: makes a session of messages that were brought in beside it, and of metadata.
-- KEYS     8 the messages that were brought in
-- ARGV     1 stamp of its creation  2 stamp of its last use  3 number of arguments for meta
--          4… its fields and values  then the number of entries of the shelf, and they
--          then digests and bytes of images
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
local images = values + 1 + tonumber(ARGV[values + 1])
for i = values + 2, images do redis.call('RPUSH', shelf, ARGV[i]) end
for i = images + 1, #ARGV, 2 do redis.call('HSET', blobs, ARGV[i], ARGV[i + 1]) end
settle(tonumber(ARGV[2]))
refresh(7)
return {'inserted'}
