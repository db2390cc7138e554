import Chat
import PlatformFoundation

/// A line of the spool in JSON: one flat object, in which only what the kind needs is there.
struct SpoolRecord: Codable {
    enum Kind: String, Codable {
        case create, change, begin, draft, finish, abandon, told, over
    }

    /// A message that the store made of one of this program's.
    struct Stored: Codable {
        var at: String
        var message: Old
    }

    /// A message as it stood in the store.
    struct Old: Codable {
        var number: Int
        var timestamp: String
        var member: [UInt8]
        var message: MessageRecord?
    }

    var kind: Kind
    var number: Int?
    var numbers: [Int]?
    var session: String?
    var at: String?
    var name: String?
    var model: String?
    var options: [String: OptionRecord]?
    var ttl: Int?
    var pinned: Bool?
    /// One, or none where it was taken back.
    var summary: [SummaryRecord]?
    var choices: ChoicesRecord?
    var messages: [MessageRecord]?
    /// The bytes of images that these refer to.
    var images: [Data]?
    var turn: String?
    var anchor: String?
    var owner: TurnOwner?
    var textOffset: Int?
    var text: String?
    var thinkingOffset: Int?
    var thinking: String?
    var placement: String?
    var old: Old?
    var stored: [Stored]?
}

extension SpoolRecord {
    /// Takes an entry, and its number where lines behind it tell what became of it.
    init(_ entry: SpoolEntry, number: Int? = nil) {
        self.init(
            kind: .abandon, number: number, session: entry.session.text, at: entry.at.text)
        switch entry.action {
        case .create(let new):
            kind = .create
            name = new.name
            model = new.model
            options = new.options.isEmpty ? nil : new.options.record
            messages = new.messages.map(MessageRecord.init)
            take(new.images)
        case .change(let changes):
            kind = .change
            changes.forEach { take($0) }
        case .begin(let request):
            kind = .begin
            turn = request.turn.text
            model = request.model
            messages = request.question.map { [MessageRecord($0)] }
            take(request.images)
        case .draft(let turn, let addition):
            kind = .draft
            take(turn)
            (textOffset, text) = (addition.textOffset, addition.text)
            (thinkingOffset, thinking) = (addition.thinkingOffset, addition.thinking)
        case .finish(let turn, let reply, let placement, let sessionName):
            kind = .finish
            take(turn)
            name = sessionName
            messages = [MessageRecord(reply)]
            take(placement)
        case .abandon(let turn): take(turn)
        }
    }

    /// Takes what became of an entry.
    init(_ told: ToldEntry, of number: Int) {
        self.init(kind: .told, number: number)
        stored = told.messages.map { Stored(at: $0.key.text, message: Old($0.value)) }
        told.turn.map { take($0) }
    }

    /// Takes that nothing more comes of some entries.
    init(over numbers: [Int]) {
        self.init(kind: .over, numbers: numbers)
    }

    private mutating func take(_ new: [MessageImage]) {
        images = new.isEmpty ? nil : new.map { Data($0.bytes) }
    }

    private mutating func take(_ turn: SpoolEntry.Turn) {
        self.turn = turn.id.text
        anchor = turn.anchor?.text
        owner = turn.owner
    }

    private mutating func take(_ change: SessionChange) {
        switch change {
        case .name(let name): self.name = name
        case .model(let model): self.model = model
        case .options(let options): self.options = options.record
        case .timeToLive(.forever): ttl = 0
        case .timeToLive(.seconds(let seconds)): ttl = seconds
        case .pinned(let isPinned): pinned = isPinned
        case .choices(let choices): self.choices = ChoicesRecord(choices)
        case .summary(let summary): self.summary = summary.map { [SummaryRecord($0)] } ?? []
        }
    }

    private mutating func take(_ placement: ReplyPlacement) {
        switch placement {
        case .append: break
        case .instead(let old): (self.placement, self.old) = ("instead", Old(old))
        case .inPlace(let old): (self.placement, self.old) = ("inPlace", Old(old))
        }
    }
}

extension SpoolRecord.Old {
    /// Takes a message.
    init(_ stored: StoredMessage) {
        number = stored.number
        timestamp = stored.timestamp.text
        member = stored.member
        message = stored.message.map(MessageRecord.init)
    }

    /// The message, or `nil` where the timestamp is none.
    var stored: StoredMessage? {
        Timestamp(text: timestamp).map {
            StoredMessage(
                number: number, timestamp: $0, message: message?.message, member: member)
        }
    }
}
