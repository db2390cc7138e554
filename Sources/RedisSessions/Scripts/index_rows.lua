-- index_rows.lua: gives numbers to messages and writes their rows, as long as the lease is ours.
--
-- KEYS  1 lease  2 meta, then the pages that the rows are on, one behind the other
-- ARGV  1 token of the lease  2 the first number, which has to be the next one  3 how many rows,
--       then for each page the place of its first row in bytes and the rows
-- Returns 1, or 0 where the lease is not ours or the number is not the next one; then nothing was
-- changed.

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if (redis.call('HGET', KEYS[2], 'documents') or '1') ~= ARGV[2] then return 0 end
for i = 3, #KEYS do
  redis.call('SETRANGE', KEYS[i], ARGV[2 * i - 2], ARGV[2 * i - 1])
end
redis.call('HSET', KEYS[2], 'documents', string.format('%.0f', ARGV[2] + ARGV[3]))
return 1
