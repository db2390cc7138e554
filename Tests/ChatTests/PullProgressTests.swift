import Chat
import Testing

@Suite struct PullProgressTests {
    @Test func `Layers are summed, each by what was said of it last`() {
        var progress = PullProgress()
        let isCounted = [
            PullStatus("pulling manifest"), PullStatus("pulling a", layer: "a", size: 100),
            PullStatus("pulling a", layer: "a", size: 100, fetched: 60),
            PullStatus("pulling b", layer: "b", size: 10, fetched: 4),
        ].map { progress.add($0) }
        #expect(isCounted == [false, true, true, true])
        #expect(progress.size == 110)
        #expect(progress.fetched == 64)
    }

    @Test func `What is there when a layer is named first was found`() {
        var progress = PullProgress()
        _ = progress.add(PullStatus("pulling a", layer: "a", size: 100, fetched: 70))
        _ = progress.add(PullStatus("pulling a", layer: "a", size: 100, fetched: 90))
        #expect(progress.found == 70)
    }

    @Test func `Sizes that cannot be are not believed`() {
        var progress = PullProgress()
        _ = progress.add(PullStatus("pulling a", layer: "a", size: -1, fetched: 5))
        _ = progress.add(PullStatus("pulling b", layer: "b", size: 10, fetched: 50))
        _ = progress.add(PullStatus("pulling c", layer: "c", size: 10, fetched: -5))
        #expect(progress.fetched == 10)
        #expect(progress.size == 20)
    }
}
