-- remove.lua: takes messages off the path of a session, to the shelf or for good.
-- ARGV     1 operation  2 holder of the lease that is known to be dead, or ''
--          3 kind of the shelf entry, or '' to lose them  4 how many of them count as pruned
--          5… the members
-- returns  {'removed', header} | {'changed'} | {'gone'} | {'busy', holder of the lease}

if not exists() then return {'gone'} end
if remembered(ARGV[1]) then return {'removed', header()} end
local holder = redis.call('GET', lease)
if holder and holder ~= ARGV[2] then return {'busy', holder} end

-- What is taken back is at the end; somebody else may have gone on meanwhile.
if ARGV[3] == 'undo' and not is_at_the_end(ARGV[#ARGV]) then return {'changed'} end
local scores = scores_of(5, #ARGV)
if not scores then return {'changed'} end
take_off(5, #ARGV)
local now = server_time()
if ARGV[3] == '' then
  redis.call('HINCRBY', meta, 'rev', 1)
else
  put_on_shelf(shelf_entry(ARGV[3], ARGV[1], 5, #ARGV, scores), now)
end
redis.call('HINCRBY', meta, 'pruned', ARGV[4])

remember(ARGV[1], now)
settle(now)
refresh()
return {'removed', header()}
