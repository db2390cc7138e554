import Chat
import TestSupport
import Testing

/// `/ps` and `/unload`.
@Suite struct LoadedCommandTests {
    @Test func `What is in memory is listed with where it is and how long`() async {
        let shown = await Dialogue.hold("/ps").shown
        for text in ["tiny:latest", "2 GB", "25 % GPU", "4096", "for ever"] {
            #expect(shown.contains(text), "\(text) is missing in \(shown)")
        }
        #expect(
            await Dialogue.hold("/ps", model: ScriptedModel(models: [])).shown
                .contains("No model is in memory."))
    }

    @Test func `A model is taken out of memory, that of the session unless told`() async throws {
        let model = ScriptedModel()
        let shown = await Dialogue.hold(
            "/unload", "Hi", "/unload", "/unload big:7b", "/unload huge", model: model
        ).shown
        #expect(model.unloaded == ["tiny:latest", "big:7b"])
        #expect(shown.contains("Say which model to unload"))
        #expect(shown.contains("huge:latest is not in memory."))
    }
}
