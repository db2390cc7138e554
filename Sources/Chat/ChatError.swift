/// What can go wrong in the domain itself.
public struct ChatError: ChatFailure, Hashable {
    /// What kind of thing failed.
    public let kind: ChatFailureKind
    /// What failed.
    public let description: String
    /// What to do next.
    public let hint: String?

    private init(_ kind: ChatFailureKind, _ description: String, hint: String? = nil) {
        self.kind = kind
        self.description = description
        self.hint = hint
    }

    /// The session is not in the store.
    public static func sessionNotFound(_ id: SessionID) -> ChatError {
        ChatError(
            .notFound, "There is no session \(id)",
            hint: "It may have expired or been deleted. /sessions lists those that are there, "
                + "/new begins another.")
    }

    /// The session is not in the trash.
    public static func notInTrash(_ id: SessionID) -> ChatError {
        ChatError(
            .notFound, "There is no session \(id) in the trash",
            hint: "/trash lists those that are there. They vanish after seven days.")
    }

    /// A turn was ended that another program has taken over or ended already.
    public static let turnLost = ChatError(
        .store, "Another program has ended this turn, so the reply was not stored twice.")

    /// Another program is in a turn of a session that was to be changed or removed.
    public static func inTurn(_ owner: TurnOwner) -> ChatError {
        ChatError(
            .store, "\(owner) is in a turn of this session, so it was left as it is.",
            hint: "Try again when the reply has ended, or stop it there.")
    }

    /// What was to be changed is not as it was read any more.
    public static let changedMeanwhile = ChatError(
        .store, "The session was changed meanwhile, so it was left as it is.",
        hint: "/history shows it. Type the command again to mean it as it is now.")

    /// A draft does not hold what an addition builds on.
    public static let draftOutOfStep = ChatError(
        .store, "The draft of the reply does not match what was received.",
        hint: "The whole reply is stored when it ends.")

    /// There is nothing to retry.
    public static let nothingToRetry = ChatError(
        .usage, "There is no question to ask again.", hint: "Type a message first.")

    /// The last reply is complete.
    public static let nothingToContinue = ChatError(
        .usage, "The last reply is complete, so there is nothing to continue.",
        hint: "/retry asks the last question again.")

    /// There is no reply yet, nor a question.
    public static let noReply = ChatError(
        .usage, "There is no reply to go on with.", hint: "Type a message first.")

    /// Nothing was said in the session yet.
    public static let nothingSaid = ChatError(
        .usage, "Nothing was said in this session yet.", hint: "Type a message first.")

    /// The last question has no reply.
    public static let unanswered = ChatError(
        .usage, "The last question has no reply to go on with.", hint: "/retry asks it again.")

    /// There are not so many turns to take back.
    public static let nothingToUndo = ChatError(
        .usage, "There are not so many turns to take back.", hint: "/history shows what there is.")

    /// Nothing was taken back, or something was said since.
    public static let nothingToRedo = ChatError(
        .usage,
        "There is nothing to bring back: nothing was taken back, or something was said "
            + "since.", hint: "/shelf lists all that was taken off.")

    /// Others went on behind the reply that was to be replaced.
    public static let othersWentOn = ChatError(
        .usage, "Others have gone on in this session, so its last reply is another one now.",
        hint: "/history shows it. Type the command again to mean that one.")

    /// A turn was begun while another one of the same conversation runs.
    public static let turnInProgress = ChatError(
        .usage, "A reply is still being made in this conversation.",
        hint: "Wait for it to end, or cancel it.")

    /// The stream ended without the server saying that the reply is done.
    public static let streamCut = ChatError(
        .modelServer, "The model server closed the stream before the reply was done.",
        hint: "It may have been stopped, or have run out of memory. Its log says more.")

    /// A message is larger than all that the model can read at once.
    public static func tooLarge(tokens: Int, window: Int) -> ChatError {
        ChatError(
            .contextWindow,
            "The message is about \(tokens) tokens, and the model can read \(window) at once.",
            hint: "Send less of it, or make room with /set num_ctx.")
    }

    /// There is too little to be summarised.
    public static let nothingToSummarise = ChatError(
        .usage, "There is nothing to summarise: what was said is sent as it is.",
        hint: "/compact --keep 0 takes all of it.")

    /// No summary is sent.
    public static let nothingSummarised = ChatError(
        .usage, "Nothing is summarised in this session.", hint: "/context shows what is sent.")

    /// No model was named and none could be chosen.
    public static let noModel = ChatError(
        .usage, "No model is chosen.", hint: "Choose one with /model NAME or -m NAME.")
}
