/// Makes the steps of answers; nothing here knows of connections.
struct StubAnswer {
    /// How to answer.
    let behaviour: StubBehaviour
    /// The models in memory, with the windows allocated for them.
    let loaded: [String: Int]
    /// How much of layers was fetched, by their digests.
    var fetched: [String: Int64] = [:]
    /// Takes what a fetch leaves behind.
    var onFetch: @Sendable (StubPull.Event) -> Void = { _ in }

    /// The steps of the answer to a request.
    func steps(for request: StubRequest, fault: StubFault?) -> [StubStep] {
        switch fault {
        case .status(let status, let contentType, let body):
            return [.write(StubHTTP.answer(status, contentType: contentType, body: body))]
        case .replay(let bytes): return [.write(bytes), .close]
        case .hang: return [.stall]
        case .endlessLine(let mebibytes):
            let piece = StubStep.write(
                StubHTTP.chunk([UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)))
            return [.write(StubHTTP.chunkedHead("application/x-ndjson"))]
                + Array(repeating: piece, count: mebibytes) + [.stall]
        default: break
        }
        let path = request.path.split(separator: "/").suffix(2).joined(separator: "/")
        switch (request.method, path) {
        case ("POST", "api/chat"): return chat(request, fault: fault)
        case ("POST", "api/show"): return [show(request)]
        case ("POST", "api/create"): return create(request)
        case ("POST", "api/pull"): return pull(request)
        case ("POST", "api/embed"): return [embed(request)]
        case ("GET", "api/version"): return [json(#"{"version":"\#(behaviour.version)"}"#)]
        case ("GET", "api/tags"): return [tags]
        case ("GET", "api/ps"): return [running]
        case ("GET", ""): return [plain(200, "Ollama is running")]
        case (_, "api/chat"), (_, "api/show"), (_, "api/tags"), (_, "api/ps"), (_, "api/create"),
            (_, "api/pull"), (_, "api/embed"):
            return [plain(405, "405 method not allowed")]
        default: return [plain(404, "404 page not found")]
        }
    }

    /// The model of a name, tag or no tag.
    func model(_ name: String) -> StubModel? { model(name, among: behaviour.models) }

    private func model(_ name: String, among models: [StubModel]) -> StubModel? {
        models.first { $0.name == name || $0.name == "\(name):latest" }
    }

    private func json(_ body: String, status: Int = 200) -> StubStep {
        let type = "application/json; charset=utf-8"
        return .write(StubHTTP.answer(status, contentType: type, body: body))
    }

    private func plain(_ status: Int, _ body: String) -> StubStep {
        .write(StubHTTP.answer(status, contentType: "text/plain", body: body))
    }

    private func unknown(_ name: String) -> StubStep {
        json(#"{"error":\#(StubJSON.text("model '\(name)' not found"))}"#, status: 404)
    }
}

extension StubAnswer {
    private var tags: StubStep {
        let models = behaviour.models.map { model in
            #"{"name":"\#(model.name)","model":"\#(model.name)","size":\#(model.size),"#
                + #""digest":"\#(model.digest)","details":{"parent_model":"","format":"gguf","#
                + #""family":"llama","families":["llama"],"parameter_size":"3.2B","#
                + #""quantization_level":"Q4_K_M"},"capabilities":[\#(abilities(model))]}"#
        }
        return json(#"{"models":[\#(models.joined(separator: ","))]}"#)
    }

    private var running: StubStep {
        let models = loaded.sorted { $0.key < $1.key }.map { name, window in
            #"{"name":"\#(name)","model":"\#(name)","size":190948608,"size_vram":0,"#
                + #""context_length":\#(window)}"#
        }
        return json(#"{"models":[\#(models.joined(separator: ","))]}"#)
    }

    private func show(_ request: StubRequest) -> StubStep {
        struct Body: Decodable { var model: String }
        let name = request.decoded(Body.self)?.model ?? ""
        guard let model = model(name) else { return unknown(name) }
        return json(
            #"{"license":\#(StubJSON.text(model.license)),"#
                + #""template":\#(StubJSON.text(model.template)),"#
                + #""parameters":\#(StubJSON.text(model.parameters)),"#
                + #""system":\#(StubJSON.text(model.system)),"#
                + #""details":{"parameter_size":"3.2B","quantization_level":"Q4_K_M"},"#
                + #""model_info":{"general.architecture":"llama","general.size_label":null,"#
                + #""llama.context_length":\#(model.contextLength),"llama.vocab":[1,2]},"#
                + #""tensors":[{"name":"t","shape":[1]}],"capabilities":[\#(abilities(model))]}"#)
    }

    private func abilities(_ model: StubModel) -> String {
        model.capabilities.map { StubJSON.text($0) }.joined(separator: ",")
    }

    private func embed(_ request: StubRequest) -> StubStep {
        guard let wanted = request.embedded else {
            return json(#"{"error":"unexpected EOF"}"#, status: 400)
        }
        guard let model = model(wanted.model) else { return unknown(wanted.model) }
        guard model.capabilities.contains("embedding") else {
            return json(
                #"{"error":"this model does not support embeddings"}"#, status: 400)
        }
        let vectors = wanted.input.map { text in
            let numbers = behaviour.vectors.of(text).map { "\($0)" }.joined(separator: ",")
            return "[\(numbers)]"
        }
        return json(
            #"{"model":\#(StubJSON.text(wanted.model)),"#
                + #""embeddings":[\#(vectors.joined(separator: ","))],"prompt_eval_count":7}"#)
    }
}

extension StubAnswer {
    private func create(_ request: StubRequest) -> [StubStep] {
        guard let new = request.newModel else {
            return [json(#"{"error":"unexpected EOF"}"#, status: 400)]
        }
        // What is not there is looked for elsewhere, once the answer has begun.
        let lines =
            model(new.from) == nil
            ? [
                #"{"status":"pulling manifest"}"#,
                #"{"error":"pull model manifest: file does not exist"}"#,
            ]
            : [#"{"status":"writing manifest"}"#, #"{"status":"success"}"#]
        return [.write(StubHTTP.chunkedHead("application/x-ndjson"))]
            + lines.map { .write(StubHTTP.chunk(Array("\($0)\n".utf8))) }
            + [.write(StubHTTP.lastChunk)]
    }

    private func pull(_ request: StubRequest) -> [StubStep] {
        let name = request.pulledModel ?? ""
        guard !name.isEmpty, !name.contains(" ") else {
            return [json(#"{"error":"invalid model name"}"#, status: 400)]
        }
        return StubPull(
            model: model(name, among: behaviour.library + behaviour.models), fetched: fetched,
            interval: behaviour.interval, note: onFetch
        ).steps
    }

    private func chat(_ request: StubRequest, fault: StubFault?) -> [StubStep] {
        guard let chat = request.chat else {
            return [json(#"{"error":"unexpected EOF"}"#, status: 400)]
        }
        guard model(chat.model) != nil else { return [unknown(chat.model)] }
        let delay = behaviour.firstDelay
        let silence = delay > .zero ? [StubStep.pause(delay)] : []
        if chat.messages.isEmpty {
            return silence + [json(StubLine(model: chat.model).end(reason: "load", statistics: ""))]
        }
        return silence + StubStream(chat: chat, behaviour: behaviour, fault: fault).steps
    }
}
