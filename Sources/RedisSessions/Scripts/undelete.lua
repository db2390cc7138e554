-- undelete.lua: brings a session back from the trash.
-- KEYS     9… drafts of the session  then the names in the trash of KEYS[2] and those behind it
-- ARGV     1 number of drafts
-- returns  {'undeleted', header} | {'changed'} | {'gone'}

local shift = 7 + tonumber(ARGV[1])
if redis.call('EXISTS', KEYS[2 + shift], KEYS[3 + shift]) == 0 then
  -- Brought back before, by a request whose answer was lost.
  if exists() then return {'undeleted', header()} end
  return {'gone'}
end
-- Another session of the same id would be mixed with it.
if exists() then return {'changed'} end
if redis.call('HLEN', KEYS[5 + shift]) ~= shift - 7 then return {'changed'} end

for i = 2, 1 + shift do
  if redis.call('EXISTS', KEYS[i + shift]) == 1 then
    redis.call('RENAME', KEYS[i + shift], KEYS[i])
    redis.call('PERSIST', KEYS[i])
  end
end
local left = tonumber(redis.call('HGET', meta, 'expires_in') or '')
if left then
  redis.call('HDEL', meta, 'expires_in')
  redis.call('PEXPIRE', meta, left)
  redis.call('PEXPIRE', messages, left)
end
settle(server_time())
refresh(1 + shift)
return {'undeleted', header()}
