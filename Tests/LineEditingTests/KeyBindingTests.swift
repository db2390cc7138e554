import Testing

@testable import LineEditing

@Suite struct KeyBindingTests {
    @Test(arguments: [false, true])
    func `Every key is listed once, with what it does`(isVi: Bool) throws {
        let list = KeyBindings.list(isVi: isVi)
        let keys = list.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
        let edit = try #require(list.first { $0.keys.contains("Ctrl-X Ctrl-E") })
        #expect(
            edit
                == KeyAction(keys: ["Ctrl-G", "Ctrl-X Ctrl-E"], action: "Edit in VISUAL or EDITOR"))
        #expect(list.contains { $0.keys.contains("Alt-_") && $0.action == "Redo" })
        #expect(list.contains { $0.keys == ["Enter"] })
        #expect(keys.contains("Ctrl-A") != isVi)
    }
}
