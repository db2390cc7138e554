-- change.lua: changes metadata.
-- ARGV     1… fields and values
-- returns  {'changed', header} | {'gone'}

if not exists() then return {'gone'} end
if redis.call('EXISTS', meta) == 0 then settle(server_time()) end
if #ARGV > 0 then
  redis.call('HSET', meta, unpack(ARGV))
  redis.call('HINCRBY', meta, 'rev', 1)
end
refresh()
return {'changed', header()}
