extension StubFault {
    /// A whole reply, made beforehand and sent as fast as the network takes it: what is measured
    /// with it is the reader.
    package static func prepared(_ reply: String, of model: String) -> StubFault {
        var behaviour = StubBehaviour()
        behaviour.reply = { _ in reply }
        let stream = StubStream(
            chat: StubChat(model: model, messages: []), behaviour: behaviour, fault: nil)
        let bytes = stream.steps.flatMap { step in
            if case .write(let bytes) = step { bytes } else { [UInt8]() }
        }
        return .replay(bytes)
    }
}
