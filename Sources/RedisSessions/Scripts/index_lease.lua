-- index_lease.lua: keeps the lease for some time more, or gives it back.
--
-- KEYS  1 lease
-- ARGV  1 token of the lease  2 milliseconds, nothing to give it back
-- Returns 1, or 0 where the lease is not ours any more.

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[2] == '0' then
  redis.call('DEL', KEYS[1])
else
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
return 1
