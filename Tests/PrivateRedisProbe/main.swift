import Platform
import PlatformFoundation
import PrivateRedis
import Redis

// A program that uses the private server in the directory that its argument names: it writes the
// server's run id, waits for a line, leaves the server and ends.

let directory = PrivateRedisDirectory(path: CommandLine.arguments[1])
let server = PrivateRedisServer(
    directory: directory, environment: ProcessInfo.processInfo.environment)
let pool = RedisPool { try await server.start() }
let information = try await pool.execute(RedisCommand("INFO", ["server"])).text()
let runID = information.split(whereSeparator: \.isNewline).first { $0.hasPrefix("run_id:") }
print(runID?.dropFirst("run_id:".count) ?? "")
fflush(nil)
_ = readLine()
await pool.close()
await server.stop()
