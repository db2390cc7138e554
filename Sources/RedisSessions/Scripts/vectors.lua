-- vectors.lua: puts vectors beside the messages that they are of.
-- ARGV     1 the header that is expected, or ''  2 the length that is expected
--          3 the new header  4 the vectors  5 whether they go behind those that are there
-- returns  {'written'} | {'changed'} | {'gone'}
--
-- Nothing of the session is used by this, so it expires when it would have.

if redis.call('EXISTS', messages) == 0 then return {'gone'} end
if redis.call('STRLEN', vectors) ~= tonumber(ARGV[2]) then return {'changed'} end
if ARGV[1] ~= '' and redis.call('GETRANGE', vectors, 0, #ARGV[1] - 1) ~= ARGV[1] then
  return {'changed'}
end
if ARGV[5] == '1' then
  redis.call('SETRANGE', vectors, 0, ARGV[3])
  redis.call('APPEND', vectors, ARGV[4])
else
  redis.call('SET', vectors, ARGV[3] .. ARGV[4])
end
local moment = redis.call('PEXPIRETIME', messages)
if moment >= 0 then
  redis.call('PEXPIREAT', vectors, moment)
else
  redis.call('PERSIST', vectors)
end
return {'written'}
