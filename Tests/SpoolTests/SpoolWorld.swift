import Chat
import Synchronization
import TestSupport

@testable import Spool

/// A server that can be away, and programs that use it.
final class SpoolWorld: Sendable {
    let memory = MemorySessionStore()
    let server: FaultyStore
    let folder: TemporaryFolder
    private let told = Mutex<[StoreChange]>([])
    private let owner = TurnOwner(
        run: "test", machine: "memory", host: "desk", process: 1, startedAt: 1)

    init() throws {
        server = FaultyStore(memory)
        folder = try TemporaryFolder()
    }

    var spoolFolder: SpoolFolder { SpoolFolder(path: folder.file("data/spool")) }

    /// The store of a run of the program.
    func program(_ run: String = "run") -> SpooledStore {
        SpooledStore(server, spool: spool(run), owner: owner) { [self] change in
            told.withLock { $0.append(change) }
        }
    }

    /// The spool of a run of the program.
    func spool(_ run: String = "run") -> Spool {
        Spool(in: spoolFolder, for: "redis://desk", run: run)
    }

    /// What programs were told about the server.
    var changes: [StoreChange] { told.withLock { $0 } }

    /// Waits until a program was told that the server is back.
    func waitUntilBack() async -> Bool {
        await eventually { self.changes.contains { if case .back = $0 { true } else { false } } }
    }

    /// What the server's newest session says.
    func contents() async throws -> [String] {
        guard let session = try await memory.list(offset: 0, limit: 1).sessions.first else {
            return []
        }
        return try await memory.history(of: session.id, .all).messages.compactMap(
            \.message?.content)
    }

    /// Whether a run has a file in the spool.
    func hasFile(_ run: String = "run") -> Bool {
        (try? folder.read("data/spool/\(run).spool")) != nil
    }
}

extension SessionStore {
    /// Begins a turn.
    func begin(_ question: String?, in id: SessionID) async throws -> BegunTurn {
        let request = TurnRequest(
            question: question.map { .user($0) }, lastSeen: nil, model: "tiny")
        guard case .begun(let turn) = try await begin(request, in: id) else {
            throw SpoolError.needsStore
        }
        return turn
    }

    /// Has a whole turn.
    func chat(_ question: String, _ reply: String, in id: SessionID) async throws {
        let turn = try await begin(question, in: id)
        _ = try await finish(turn, with: .assistant(reply), placement: .append)
    }
}
