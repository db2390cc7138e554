-- purge.lua: removes a session for good, wherever it is.
-- KEYS     9… every other key that it has, or had, under its own name and in the trash
-- ARGV     1 holder of the lease that is known to be dead, or ''
-- returns  {'purged', how many keys} | {'busy', holder of the lease}

local holder = redis.call('GET', lease)
if holder and holder ~= ARGV[1] then return {'busy', holder} end
local count = 0
for _, key in ipairs(KEYS) do count = count + redis.call('UNLINK', key) end
return {'purged', count}
