-- append.lua: puts messages behind the newest one, adjacent and in order.
-- ARGV     1 operation  2… heads and tails
-- returns  {'appended', stamp of the first, its position, pruned} | {'gone'} | {'badscore', score}

if not exists() then return {'gone'} end
local us, place, bad = remembered(ARGV[1])
if us then
  place = position(us)
else
  us, bad = next_stamp()
  if not us then return {'badscore', bad} end
  place = settle(add(us, 2)) - (#ARGV - 1) / 2
  remember(ARGV[1], us)
end
refresh()
return {'appended', us, place, pruned()}
