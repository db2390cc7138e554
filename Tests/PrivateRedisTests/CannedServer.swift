import Dispatch
import Platform
import TestSupport

/// Answers the same to every command that comes over its unix socket.
final class CannedServer: Sendable {
    let path: String
    private let folder: TemporaryFolder
    private let listener: Int32

    init(saying text: String) throws {
        folder = try TemporaryFolder()
        path = folder.file("socket")
        listener = socket(AF_UNIX, StreamSocket.kind, 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let result = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0, listen(listener, 8) == 0 else { throw TestFailure.noProgram }
        DispatchQueue(label: "canned").async { [listener] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                var byte: UInt8 = 0
                while read(connection, &byte, 1) == 1 {
                    guard byte == UInt8(ascii: "*") else { continue }
                    // Who connects may hang up before it is answered.
                    _ = text.withCString {
                        send(connection, $0, strlen($0), StreamSocket.withoutSignal)
                    }
                }
                close(connection)
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }
}
