import Platform

/// The two constants of sockets that are other ones on each system.
package enum StreamSocket {
    #if os(Linux)
        /// The kind of a socket that carries a stream.
        package static let kind = Int32(SOCK_STREAM.rawValue)

        /// What lets `send` fail, and not end the program, when the other side has hung up.
        package static let withoutSignal = Int32(MSG_NOSIGNAL)
    #else
        /// The kind of a socket that carries a stream.
        package static let kind = SOCK_STREAM

        /// What lets `send` fail, and not end the program, when the other side has hung up.
        package static let withoutSignal: Int32 = {
            signal(SIGPIPE, SIG_IGN)
            return 0
        }()
    #endif
}
