/// The probe's number for a text that is too long to be printed.
func checksum(of text: String) -> UInt32 {
    text.utf8.reduce(17) { $0 &* 31 &+ UInt32($1) }
}
