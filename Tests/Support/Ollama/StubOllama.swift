import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// A server that speaks like Ollama, and goes wrong where it is told to.
package final class StubOllama: Sendable {
    private let desk: StubDesk
    private let listener: any Channel

    /// Where it listens, as `OLLAMA_HOST` has it.
    package let address: String

    /// Starts a stub on a free port of this machine, or on a given port or socket.
    ///
    /// - Parameters:
    ///   - behaviour: How it answers.
    ///   - port: The port.
    ///   - socketPath: The socket, which goes before the port.
    ///   - speaksTLS: Whether it shows a certificate, one that nobody trusts.
    /// - Throws: What keeps it from listening.
    package init(
        _ behaviour: StubBehaviour = StubBehaviour(), port: Int = 0, socketPath: String? = nil,
        speaksTLS: Bool = false
    ) async throws {
        let desk = StubDesk(behaviour)
        let security = speaksTLS ? try StubCertificate.context() : nil
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let security {
                        try channel.pipeline.syncOperations.addHandler(
                            NIOSSLServerHandler(context: security))
                    }
                    let decoder = ByteToMessageHandler(HTTPRequestDecoder())
                    try channel.pipeline.syncOperations.addHandlers(decoder, StubConnection(desk))
                }
            }
        self.desk = desk
        if let socketPath {
            listener = try await bootstrap.bind(unixDomainSocketPath: socketPath).get()
            address = "unix://\(socketPath)"
        } else {
            listener = try await bootstrap.bind(host: "127.0.0.1", port: port).get()
            address =
                "\(speaksTLS ? "https" : "http")://127.0.0.1:\(listener.localAddress?.port ?? 0)"
        }
    }

    deinit {
        listener.close(promise: nil)
    }

    /// Stops listening, so that the next connection is refused.
    package func stop() async throws {
        try await listener.close()
    }

    /// How it answers.
    package var behaviour: StubBehaviour {
        get { desk.behaviour }
        set { desk.behaviour = newValue }
    }

    /// The requests so far, oldest first.
    package var requests: [StubRequest] { desk.requests }

    /// Counts the requests that arrived.
    package var arrivals: EventCount { desk.arrivals }

    /// Counts the answers that clients went away from before they were whole.
    package var departures: EventCount { desk.departures }

    /// Lets the next requests of a kind go wrong; faults put on earlier come first.
    package func inject(_ fault: StubFault, times: Int = 1, on target: StubTarget = .chat) {
        desk.inject(fault, times: times, on: target)
    }
}
