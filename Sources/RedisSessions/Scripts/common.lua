-- common.lua: what the scripts of a session share. SessionScripts.swift puts it in front of each.
--
-- KEYS  1 lease  2 messages  3 meta  4 ops  5 drafts  6 shelf  7 blobs  8 vectors, all of one session,
--       then what the script itself names.
--
-- Members are never decoded or encoded again: a Lua number loses digits of a timestamp, and cjson
-- fails on half a surrogate pair. A message comes as two arguments, the JSON before its timestamp
-- (head) and the JSON behind it (tail).

local lease, messages, meta, ops, drafts, shelf, blobs, vectors = unpack(KEYS, 1, 8)
local LEASE_MILLISECONDS = 10000

-- Microseconds as the text that is both the JSON's timestamp and the score. Concatenating the
-- number itself would print 14 digits.
local function text(us)
  local seconds = math.floor(us / 1e6)
  return string.format('%d.%06d', seconds, us - seconds * 1e6)
end

-- A score as the nearest microsecond, which is how the client reads it.
local function nearest(score)
  return math.floor(tonumber(score) * 1e6 + 0.5)
end

local function server_time()
  local time = redis.call('TIME')
  return time[1] * 1000000 + time[2]
end

-- The stamp of the next message: the time, or a microsecond behind the newest message. Returns nil
-- and the newest score where that is no time in seconds (milliseconds, infinity): a stamp behind it
-- would spoil the session for good.
local function next_stamp()
  local newest = redis.call('ZREVRANGE', messages, 0, 0, 'WITHSCORES')[2]
  if not newest then return server_time() end
  local score = tonumber(newest)
  if not (score and score >= 0 and score <= 9e9) then return nil, newest end
  -- Scores finer than a microsecond are rounded up; an eighth of one is the noise of a double.
  return math.max(server_time(), math.ceil(score * 1e6 - 0.125) + 1)
end

-- Adds the messages whose heads and tails begin at ARGV[index], a microsecond apart. Returns the
-- last stamp used, or the first where there is no message.
local function add(us, index)
  local last = us
  for i = index, #ARGV, 2 do
    last = us + (i - index) / 2
    local stamp = text(last)
    redis.call('ZADD', messages, stamp, ARGV[i] .. stamp .. ARGV[i + 1])
  end
  return last
end

-- Keeps images. ARGV[index] is the number of arguments that they take, digests and bytes, which stand
-- behind it. Returns the index behind those.
local function keep_images(index)
  local behind = index + tonumber(ARGV[index]) + 1
  for i = index + 1, behind - 1, 2 do redis.call('HSET', blobs, ARGV[i], ARGV[i + 1]) end
  return behind
end

local function exists()
  return redis.call('EXISTS', messages, meta) > 0
end

-- How many messages come before a stamp. Half a microsecond short of it, because scores of other
-- programs may be finer than ours.
local function position(us)
  return redis.call('ZCOUNT', messages, '-inf', text(us - 1) .. '5')
end

local function pruned()
  return tonumber(redis.call('HGET', meta, 'pruned') or '') or 0
end

-- Makes meta agree with the messages, and returns how many there are. A meta that was evicted, or
-- that another program never wrote, comes into being here.
local function settle(us)
  if redis.call('HEXISTS', meta, 'created_at') == 0 then
    local first = redis.call('ZRANGE', messages, 0, 0, 'WITHSCORES')[2]
    redis.call('HSET', meta, 'created_at', text(first and nearest(first) or us))
  end
  local count = redis.call('ZCARD', messages)
  redis.call('HSET', meta, 'last_activity', text(us), 'message_count', count)
  return count
end

-- The stamp that an operation used when it ran before, or nil.
local function remembered(operation)
  return tonumber(redis.call('HGET', ops, operation) or '')
end

-- Notes the stamp that an operation used. From time to time the older half is dropped, so that the
-- hash stays small; what is left covers the turns of a long outage that are told again.
local function remember(operation, us)
  redis.call('HSET', ops, operation, string.format('%.0f', us))
  if redis.call('HLEN', ops) <= 512 then return end
  local all, stamps = redis.call('HGETALL', ops), {}
  for i = 2, #all, 2 do stamps[#stamps + 1] = tonumber(all[i]) end
  table.sort(stamps)
  local oldest = stamps[#stamps - 255]
  for i = 2, #all, 2 do
    if tonumber(all[i]) < oldest then redis.call('HDEL', ops, all[i - 1]) end
  end
end

-- Gives the keys from KEYS[2] to KEYS[last] one deadline, the lease excepted. What somebody set
-- (meta `ttl`, 0 for ever, and `pinned`) wins. A session of another program that expires goes on to expire, an
-- hour from now at the earliest, which is the rule of the original layout.
local function refresh(last)
  local set = redis.call('HMGET', meta, 'ttl', 'pinned')
  local ttl = tonumber(set[1] or '')
  if set[2] == '1' then ttl = 0 end
  local left = math.max(redis.call('PTTL', messages), redis.call('PTTL', meta))
  local deadline
  if ttl and ttl > 0 and ttl < 1e11 then
    deadline = math.floor(ttl * 1000)
  elseif not ttl and left >= 0 then
    deadline = math.max(left, 3600000)
  elseif left < 0 then
    -- Nothing expires, and nothing did before.
    return
  end
  -- A moment, not a span: the clock may go on between two keys.
  local moment = deadline and string.format('%.0f', math.floor(server_time() / 1000) + deadline)
  for i = 2, last or #KEYS do
    if moment then
      redis.call('PEXPIREAT', KEYS[i], moment)
    else
      redis.call('PERSIST', KEYS[i])
    end
  end
end

-- Removes the draft of a turn and gives the lease back, as far as they are the owner's.
local function end_turn(draft, turn, owner)
  local holder = redis.call('HGET', draft, 'owner')
  if not holder or holder == owner then
    redis.call('DEL', draft)
    redis.call('HDEL', drafts, turn)
  end
  if redis.call('GET', lease) == turn .. ' ' .. owner then redis.call('DEL', lease) end
end

-- Puts an entry on the shelf. The entry is a JSON object of the client, to which the time and the
-- newest message are added in front.
local function put_on_shelf(entry, us)
  local newest = redis.call('ZREVRANGE', messages, 0, 0, 'WITHSCORES')[2]
  redis.call('RPUSH', shelf, '{"at":' .. text(us or server_time()) .. ',"head":'
    .. (newest and text(nearest(newest)) or 'null') .. ',' .. string.sub(entry, 2))
  redis.call('HINCRBY', meta, 'rev', 1)
end

-- The scores of the members ARGV[first] to ARGV[last], or nil where one is not there.
local function scores_of(first, last)
  local scores = {}
  for i = first, last do
    local score = redis.call('ZSCORE', messages, ARGV[i])
    if not score then return nil end
    scores[#scores + 1] = score
  end
  return scores
end

-- Whether nothing comes behind a member; other programs may have put several at one moment.
local function is_at_the_end(member)
  local score = redis.call('ZSCORE', messages, member)
  local newest = redis.call('ZREVRANGE', messages, 0, 0, 'WITHSCORES')[2]
  return score and tonumber(score) == tonumber(newest)
end

-- Removes the members ARGV[first] to ARGV[last].
local function take_off(first, last)
  for i = first, last do redis.call('ZREM', messages, ARGV[i]) end
end

-- A shelf entry of the members ARGV[first] to ARGV[last]. They are texts in it, byte for byte.
local function shelf_entry(kind, operation, first, last, scores)
  local members = {}
  for i = first, last do members[#members + 1] = cjson.encode(ARGV[i]) end
  return '{"kind":"' .. kind .. '","members":[' .. table.concat(members, ',') .. '],"op":"'
    .. operation .. '","scores":["' .. table.concat(scores, '","') .. '"]}'
end

-- What the client makes a session value of.
local function header()
  return {
    redis.call('HGETALL', meta), redis.call('PTTL', meta), redis.call('PTTL', messages),
    redis.call('ZCARD', messages),
  }
end
