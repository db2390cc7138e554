import NIOCore
import NIOHTTP1

/// One connection of a client: collects requests and answers them, one after the other.
final class StubConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart

    private let desk: StubDesk
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    private var answer: Task<Void, Never>?

    /// Makes the handler of a connection to a stub.
    init(_ desk: StubDesk) {
        self.desk = desk
    }

    /// Takes a part of a request.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let buffer):
            body += buffer.readableBytesView
        case .end:
            guard let head else { return }
            let headers = head.headers.map { ($0.name.lowercased(), $0.value) }
            let request = StubRequest(
                method: head.method.rawValue, path: head.uri,
                headers: Dictionary(headers) { "\($0), \($1)" }, body: body)
            answer = Task { [desk, channel = context.channel] in
                await desk.answer(request, on: channel)
            }
        }
    }

    /// Notices that the client went away.
    func channelInactive(context: ChannelHandlerContext) {
        answer?.cancel()
    }

    /// Closes a connection that broke.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}
