import Chat
import Testing

struct ModelOptionTests {
    @Test(arguments: [
        ("temperature=0.2", "temperature", OptionValue.number(0.2)),
        ("temperature=1", "temperature", .number(1)),
        ("num_ctx=8192", "num_ctx", .integer(8192)),
        (" seed = -1 ", "seed", .integer(-1)),
        ("use_mmap=off", "use_mmap", .boolean(false)),
        ("think=TRUE", "think", .boolean(true)),
        ("think=High", "think", .texts(["high"])), ("think=off", "think", .boolean(false)),
        ("stop=END, a=b", "stop", .texts(["END", "a=b"])),
        ("num_predict=-1", "num_predict", .integer(-1)),
    ])
    func `An option is read`(_ text: String, _ name: String, _ value: OptionValue) throws {
        let option = try ModelOption.parse(text)
        #expect(option.name == name)
        #expect(option.value == value)
    }

    @Test(arguments: [
        ("temprature=1", "There is no option temprature; did you mean temperature?"),
        ("num_ctz=1", "There is no option num_ctz; did you mean num_ctx?"),
        ("xyzzy=1", "There is no option xyzzy."),
        ("temperature", "The option temperature has no value."),
        ("seed=", "The option seed has no value."),
        ("seed=1.5", "The option seed cannot be 1.5."),
        ("temperature=hot", "The option temperature cannot be hot."),
        ("temperature=nan", "The option temperature cannot be nan."),
        ("use_mmap=maybe", "The option use_mmap cannot be maybe."),
        ("think=hard", "The option think cannot be hard."),
        ("num_ctx=-5", "The option num_ctx cannot be -5."),
        ("num_ctx=0", "The option num_ctx cannot be 0."),
        ("top_p=1.5", "The option top_p cannot be 1.5."),
        ("temperature=-0.1", "The option temperature cannot be -0.1."),
    ])
    func `A slip is told in a sentence`(_ text: String, _ sentence: String) {
        let error = #expect(throws: ModelOptionError.self) { try ModelOption.parse(text) }
        #expect(error?.description == sentence)
        #expect(error?.kind == .usage)
    }

    @Test func `No tokens at all is not what Ollama would make of it`() {
        let error = #expect(throws: ModelOptionError.self) {
            try ModelOption.parse("num_predict=0")
        }
        #expect(error?.hint == "Use -1 for no limit.")
    }

    @Test func `Options that load the model again are known`() {
        let names = Set(ModelOption.all.filter(\.reloadsModel).map(\.name))
        #expect(names.isSuperset(of: ["num_ctx", "num_gpu", "num_batch", "num_thread"]))
        #expect(!names.contains("temperature"))
    }

    @Test func `Every option has a name of its own and a sentence`() {
        #expect(Set(ModelOption.all.map(\.name)).count == ModelOption.all.count)
        #expect(ModelOption.all.allSatisfy { $0.summary.hasSuffix(".") })
        #expect(ModelOption.named("top_k")?.kind == .integer)
        #expect(ModelOption.named("nosuch") == nil)
    }
}
