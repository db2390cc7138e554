/// What a conversation knows of the windows of its models, and of what it sent them.
struct ContextMemory {
    /// The newest messages that may be sent at all, where that is limited.
    let recent: Int?
    /// How much of the window is left filled when turns have to be dropped.
    let share: Double
    /// The first message of the last request but for system messages, where some were left out.
    var start: Timestamp?
    /// The session whose message that is.
    var session: SessionID?
    /// How many messages were left out when that was told last.
    var toldCount = 0
    /// The last plan, and the model that it was for.
    var last: (model: String, plan: ContextPlan)?
    private var estimators: [String: TokenEstimator] = [:]
    private var windows: [WindowKey: Int] = [:]

    /// Knows nothing yet.
    init(recent: Int?, share: Double) {
        self.share = share
        self.recent = recent
    }

    private struct WindowKey: Hashable {
        let model: String
        let wanted: Int?
    }

    /// What is known of the tokens that a model makes of texts.
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - messages: The session.
    ///   - known: How many times the usual number it makes where they do not tell.
    /// - Returns: The estimator, which stays the same once it knows something.
    mutating func estimator(
        of model: String, learningFrom messages: [StoredMessage], orKnowing known: Double?
    ) -> TokenEstimator {
        let name = ModelName.full(model)
        if let old = estimators[name], old.scale != 1 || known == nil { return old }
        let learned = TokenEstimator(learningFrom: messages, of: model, orKnowing: known)
        estimators[name] = learned
        return learned
    }

    /// Takes what was learned of a model.
    mutating func set(_ estimator: TokenEstimator, of model: String) {
        estimators[ModelName.full(model)] = estimator
    }

    /// The window that a model had with the window that is wanted.
    func window(of model: String, wanted: Int?) -> Int? {
        windows[WindowKey(model: ModelName.full(model), wanted: wanted)]
    }

    /// Takes the window that a model has.
    mutating func set(window: Int, of model: String, wanted: Int?) {
        windows[WindowKey(model: ModelName.full(model), wanted: wanted)] = window
    }

    /// Forgets what belongs to another session.
    mutating func enter(_ session: SessionID?) {
        guard self.session != session else { return }
        (self.session, start, toldCount, last) = (session, nil, 0, nil)
    }
}
