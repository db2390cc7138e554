-- create.lua: makes a session with its first messages.
-- ARGV     1 number of arguments for meta  2… its fields and values  then the number of
--          arguments for images, and digests and bytes  then heads and tails
-- returns  {'created', stamp of the first message, 0, header} | {'existed'}
--
-- A session that is there already is the one that the same request made before.

if exists() then
  refresh()
  return {'existed'}
end
local us = server_time()
local count = tonumber(ARGV[1])
redis.call('HSET', meta, unpack(ARGV, 2, count + 1))
settle(add(us, keep_images(count + 2)))
refresh()
return {'created', us, 0, header()}
