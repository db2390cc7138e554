import Dispatch
import Platform
import Terminal
import Testing

struct StandardSinkTests {
    @Test func `Each stream has its own descriptor`() throws {
        let output = try #require(Pipe())
        let error = try #require(Pipe())
        let sink = StandardSink(
            standardOutput: output.writeEnd, standardError: error.writeEnd)
        sink.write("naïve", to: .standardOutput)
        sink.write("", to: .standardOutput)
        sink.write("oops", to: .standardError)
        #expect(output.read(6) == "naïve")
        #expect(error.read(4) == "oops")
    }

    @Test func `A reader that has gone closes the stream and nothing else`() throws {
        let output = try #require(Pipe())
        let error = try #require(Pipe())
        let sink = StandardSink(
            standardOutput: output.writeEnd, standardError: error.writeEnd)
        output.stopReading()
        #expect(!sink.isClosed(.standardOutput))
        sink.write("lost", to: .standardOutput)
        #expect(sink.isClosed(.standardOutput))
        sink.write("lost again", to: .standardOutput)
        #expect(!sink.isClosed(.standardError))
        sink.write("heard", to: .standardError)
        #expect(error.read(5) == "heard")
    }

    @Test(.enabled(if: access("/dev/full", W_OK) == 0))
    func `A full disk is a failure, and a reader that left is none`() throws {
        let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
        try #require(full >= 0)
        defer { close(full) }
        let sink = StandardSink(standardOutput: full)
        #expect(sink.failure(of: .standardOutput) == nil)
        sink.write("lost", to: .standardOutput)
        #expect(sink.failure(of: .standardOutput) == String(cString: strerror(ENOSPC)))
        let pipe = try #require(Pipe())
        let left = StandardSink(standardOutput: pipe.writeEnd)
        pipe.stopReading()
        left.write("lost", to: .standardOutput)
        #expect(left.isClosed(.standardOutput))
        #expect(left.failure(of: .standardOutput) == nil)
    }

    @Test func `A full pipe is waited for`() throws {
        let pipe = try #require(Pipe())
        pipe.makeWritesNonBlocking()
        let sink = StandardSink(standardOutput: pipe.writeEnd)
        let text = String(repeating: "0123456789", count: 100_000)
        DispatchQueue.global().async { sink.write(text, to: .standardOutput) }
        #expect(pipe.read(text.utf8.count) == text)
        #expect(!sink.isClosed(.standardOutput))
    }

    @Test func `An output whose reader has gone is closed`() {
        let sink = MemorySink()
        let output = Output(sink: sink, standardOutput: .pipe, standardError: .pipe)
        #expect(!output.isClosed)
        sink.close(.standardOutput)
        output.reply("lost")
        #expect(output.isClosed)
        #expect(sink.text == "")
    }
}
