-- abandon.lua: ends a turn without a reply.
-- KEYS     9 draft of the turn
-- ARGV     1 turn  2 owner
-- returns  {'abandoned'}
--
-- A draft that another program has taken over is left to it.

end_turn(KEYS[9], ARGV[1], ARGV[2])
return {'abandoned'}
