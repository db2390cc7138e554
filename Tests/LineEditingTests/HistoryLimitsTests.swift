import Dispatch
import Files
import PlatformFoundation
import TestSupport
import Testing

@testable import LineEditing

@Suite struct HistoryLimitsTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("history")
    }

    @Test func `A file with too many entries is cut to the newest`() throws {
        var file = HistoryFile(path: path, limits: HistoryLimits(entries: 10))
        for number in 1...10 { #expect(file.append(HistoryEntry(text: "\(number)")) == nil) }
        #expect(numbers() == Array(1...10))
        #expect(file.append(HistoryEntry(text: "11")) == nil)
        #expect(numbers() == Array(4...11))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["history"])
    }

    @Test func `A file that is too large is cut to the newest`() throws {
        try folder.write((100...199).map { "\($0)\n" }.joined(), to: "history")
        var file = HistoryFile(path: path, limits: HistoryLimits(bytes: 100))
        #expect(file.append(HistoryEntry(text: "200")) == nil)
        #expect(numbers() == Array(181...200))
    }

    @Test func `Of a file that is much too large only the end is read`() throws {
        try folder.write((100...199).map { "\($0)\n" }.joined(), to: "history")
        var file = HistoryFile(path: path, limits: HistoryLimits(bytes: 100))
        #expect(file.load().compactMap { Int($0.text) } == Array(151...199))
    }

    @Test func `Nothing is lost when others cut the file meanwhile`() throws {
        let last = 1000
        DispatchQueue.concurrentPerform(iterations: 2) { writer in
            var file = HistoryFile(path: path, limits: HistoryLimits(entries: 200))
            for number in 1...last {
                let text = "\(writer * 10_000 + number)"
                #expect(file.append(HistoryEntry(text: text)) == nil)
            }
        }
        let numbers = numbers()
        #expect(numbers.count >= 160)
        for writer in 0...1 {
            let own = numbers.filter { $0 / 10_000 == writer }.map { $0 % 10_000 }
            #expect(own == Array((last + 1 - own.count)..<(last + 1)))
        }
    }

    private static let openFiles = "/proc/self/fd"

    @Test(.enabled(if: FileSystem.exists(openFiles), "The system does not tell what is open."))
    func `An entry goes into the file that took the place of the one opened`() throws {
        let holder = try OpenFile(path, .either)
        #expect(try holder.tryLock(.exclusive))
        let append = DispatchGroup()
        DispatchQueue.global().async(group: append) { [path] in
            var file = HistoryFile(path: path)
            #expect(file.append(HistoryEntry(text: "1")) == nil)
        }
        // The one who waits gives up after two seconds: nothing may come between.
        while Self.openings(of: path) < 2, append.wait(timeout: .now()) == .timedOut {
            Unix.sleep(milliseconds: 1)
        }
        try AtomicFile(path, replacing: true).commit()
        holder.unlock()
        append.wait()
        #expect(numbers() == [1])
    }

    private static func openings(of path: String) -> Int {
        let links = try? FileManager.default.contentsOfDirectory(atPath: openFiles)
        return (links ?? []).count { link in
            let link = "\(openFiles)/\(link)"
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link)
            return target == path
        }
    }

    @Test func `A program that keeps the lock does not stop another one for long`() throws {
        let holder = try OpenFile(path, .either)
        #expect(try holder.tryLock(.exclusive))
        var file = HistoryFile(path: path)
        #expect(file.append(HistoryEntry(text: "1"))?.code == .historyFile)
        for number in 2...200 { #expect(file.append(HistoryEntry(text: "\(number)")) == nil) }
        holder.unlock()
        #expect(file.append(HistoryEntry(text: "201")) == nil)
        #expect(numbers() == [201])
    }

    private func numbers() -> [Int] {
        var file = HistoryFile(path: path)
        return file.load().compactMap { Int($0.text) }
    }
}
