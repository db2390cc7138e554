-- index_append.lua: puts postings behind those of some terms, as long as the lease is ours.
--
-- KEYS  1 lease  2 buckets, then for each term its bucket and the key of its postings.
-- ARGV  1 token of the lease  2 how many bytes stand before the name of a bucket in its key,
--       then for each term its field in the bucket and a record: u32 first document, u32 last
--       document, u32 count * 4 + frequency of the first, and the postings behind the first.
--
-- A value of a bucket is a byte (0: the postings follow, 1: they have a key of their own), u32 last
-- document, u32 count. Few postings stay in the bucket, where they need no key.
-- Returns 1, or 0 where the lease is not ours any more; then nothing was changed.

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end

local LONGEST_INLINE = 55
local pack, unpack_, sub, char = struct.pack, struct.unpack, string.sub, string.char
local prefix = tonumber(ARGV[2])

local function varint(value)
  local out = ''
  while value >= 128 do
    local low = value % 128
    out = out .. char(low + 128)
    value = (value - low) / 128
  end
  return out .. char(value)
end

for i = 3, #ARGV, 2 do
  local bucket, own = KEYS[i], KEYS[i + 1]
  local field, record = ARGV[i], ARGV[i + 1]
  local first, last, tag = unpack_('<I4I4I4', record)
  local value = redis.call('HGET', bucket, field)
  local kind, before, count = 0, 0, 0
  if value then kind, before, count = unpack_('<BI4I4', value) end
  if first > before then
    local frequency = tag % 4
    count = count + (tag - frequency) / 4
    local bytes = varint((first - before) * 4 + frequency) .. sub(record, 13)
    if kind == 0 and value then bytes = sub(value, 10) .. bytes end
    if kind == 0 and #bytes <= LONGEST_INLINE then
      redis.call('HSET', bucket, field, pack('<BI4I4', 0, last, count) .. bytes)
    elseif kind == 0 then
      redis.call('SET', own, bytes)
      redis.call('HSET', bucket, field, pack('<BI4I4', 1, last, count))
    else
      redis.call('APPEND', own, bytes)
      redis.call('HSET', bucket, field, pack('<BI4I4', 1, last, count))
    end
    if not value then redis.call('ZADD', KEYS[2], 'NX', 0, sub(bucket, prefix + 1)) end
  end
end
return 1
