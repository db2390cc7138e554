import Chat
import Testing

@Suite struct TokenEstimatorTests {
    /// A conversation in which the model makes so many tokens of a byte.
    private func messages(ratio: Double, model: String = "tiny") -> [StoredMessage] {
        var messages: [StoredMessage] = []
        var prompt = 20
        for number in 0..<6 {
            let question = String(repeating: "ordinary words of a question ", count: number + 3)
            let answer = String(repeating: "ordinary words of an answer ", count: 10)
            prompt += Int(Double(question.utf8.count) * ratio) + 5
            let reply = Int(Double(answer.utf8.count) * ratio)
            var message = Message.assistant(answer)
            message.model = model
            message.statistics = ReplyStatistics(promptTokens: prompt, replyTokens: reply)
            prompt += reply
            for said in [Message.user(question), message] {
                messages.append(
                    StoredMessage(
                        number: messages.count + 1,
                        timestamp: Timestamp(microseconds: Int64(messages.count)), message: said,
                        member: []))
            }
        }
        return messages
    }

    @Test(arguments: [0.15, 0.25, 0.4, 0.9])
    func `What a server counted tells what it will count, within a tenth`(ratio: Double) {
        let estimator = TokenEstimator(learningFrom: messages(ratio: ratio), of: "tiny:latest")
        let text = String(repeating: "some more ordinary words ", count: 50)
        let expected = Double(text.utf8.count) * ratio
        #expect(abs(Double(estimator.tokens(of: .user(text))) - expected) < expected / 10)
    }

    @Test func `What another model counted says nothing`() {
        let estimator = TokenEstimator(
            learningFrom: messages(ratio: 0.9, model: "other"), of: "tiny")
        #expect(estimator == TokenEstimator())
    }

    @Test func `A prompt that was cut says nothing`() {
        var cut = messages(ratio: 0.25)
        for index in cut.indices {
            guard var message = cut[index].message, message.role == .assistant else { continue }
            message.statistics?.promptTokens = 500 - index * 50
            message.statistics?.replyTokens = nil
            cut[index] = StoredMessage(
                number: cut[index].number, timestamp: cut[index].timestamp, message: message,
                member: [])
        }
        #expect(TokenEstimator(learningFrom: cut, of: "tiny") == TokenEstimator())
    }

    @Test func `Images and other scripts count more`() {
        let estimator = TokenEstimator()
        var picture = Message.user("What is this?")
        picture.images = ["abc"]
        #expect(estimator.tokens(of: picture) == estimator.tokens(of: .user("What is this?")) + 768)
        #expect(estimator.tokens(of: .user("日本語の文章です")) > estimator.tokens(of: .user("nihongo!")))
        #expect(estimator.tokens(of: .user("")) > 0)
    }
}
