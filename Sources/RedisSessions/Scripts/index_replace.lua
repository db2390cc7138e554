-- index_replace.lua: puts postings in place of others, where nobody changed them meanwhile.
--
-- KEYS  1 lease  2 buckets, then for each term its bucket and the key of its postings.
-- ARGV  1 token of the lease  2 how many bytes stand before the name of a bucket in its key,
--       then for each term its field, the value that was read, the new value, and the postings for
--       a key of their own. An empty new value removes the term.
-- Returns how many terms were changed, or -1 where the lease is not ours any more.

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return -1 end

local changed = 0
local prefix = tonumber(ARGV[2])
local key = 3
for i = 3, #ARGV, 4 do
  local bucket, own = KEYS[key], KEYS[key + 1]
  key = key + 2
  if redis.call('HGET', bucket, ARGV[i]) == ARGV[i + 1] then
    changed = changed + 1
    if ARGV[i + 2] == '' then
      redis.call('HDEL', bucket, ARGV[i])
      if redis.call('EXISTS', bucket) == 0 then
        redis.call('ZREM', KEYS[2], string.sub(bucket, prefix + 1))
      end
    else
      redis.call('HSET', bucket, ARGV[i], ARGV[i + 2])
    end
    if ARGV[i + 3] == '' then
      redis.call('DEL', own)
    else
      redis.call('SET', own, ARGV[i + 3])
    end
  end
end
return changed
