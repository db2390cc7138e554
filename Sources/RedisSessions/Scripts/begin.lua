-- begin.lua: begins a turn: takes the lease, appends the question, opens the draft, says what is new.
-- KEYS     9 draft of the turn
-- ARGV     1 turn  2 owner  3 holder of the lease who is known to be dead, or ''  4 model
--          5 lower bound of the messages that are news  6 with a question: the number of arguments
--          for images  7… digests and bytes  then head and tail of the question
-- returns  {'begun', stamp of the question or -1, its position, stamp of the anchor or -1,
--           count, rev, pruned, position of the news, news with scores}
--          | {'busy', holder} | {'gone'} | {'badscore', score}
--
-- A turn that begins again under the same id appends nothing: the question is found in ops, and an
-- open draft keeps its anchor and goes over to whoever begins it, which may be the program that
-- does so for one that died.

local draft = KEYS[9]
if not exists() then return {'gone'} end

local mine = ARGV[1] .. ' ' .. ARGV[2]
local holder = redis.call('GET', lease)
if holder and holder ~= mine and holder ~= ARGV[3] then return {'busy', holder} end

local stamp, bad = next_stamp()
if not stamp then return {'badscore', bad} end

local question
if ARGV[6] then
  question = remembered(ARGV[1])
  if not question then
    question = stamp
    settle(add(question, keep_images(6)))
    remember(ARGV[1], question)
  end
end

local anchor = redis.call('HGET', draft, 'anchor')
if not anchor then
  local newest = redis.call('ZREVRANGE', messages, 0, 0, 'WITHSCORES')[2]
  anchor = question or (newest and nearest(newest)) or -1
  redis.call('HSET', draft, 'model', ARGV[4], 'started', text(server_time()),
    'anchor', string.format('%.0f', anchor), 'length', 0, 'thinking_length', 0)
end
redis.call('HSET', draft, 'owner', ARGV[2])
redis.call('HSET', drafts, ARGV[1], ARGV[2])
redis.call('SET', lease, mine, 'PX', LEASE_MILLISECONDS)
refresh()

local count = redis.call('ZCARD', messages)
local place = question and position(question) or count
local news = redis.call('ZRANGE', messages, ARGV[5],
  question and '(' .. text(question) or '+inf', 'BYSCORE', 'WITHSCORES')
return {
  'begun', question or -1, place, tonumber(anchor), count,
  tonumber(redis.call('HGET', meta, 'rev') or '') or 0, pruned(), place - #news / 2, news,
}
