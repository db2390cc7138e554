import Redis
import TestSupport
import Testing

@Suite struct QuickTests {
    @Test func `--quick keeps nothing`() async throws {
        let stage = try await Stage()
        #expect(try await stage.run("--quick", "Hi").status == .exited(0))
        #expect(try await stage.redis.redis("DBSIZE").integer() == 0)
    }

    @Test func `--quick asks for the reply at once`() async throws {
        let stage = try await Stage()
        let run = try await stage.run("--quick", "-m", "smollm2", "Hi")
        #expect(run.status == .exited(0))
        #expect(stage.stub.requests.first?.chat != nil)
        let other = try await stage.run("--quick", "-m", "smolm2", "Hi")
        #expect(other.errors.contains("Did you mean"))
        #expect(!other.errors.contains("stored"))
    }
}
