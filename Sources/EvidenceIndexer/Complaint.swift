internal import Evidence

/// Writes a line to standard error behind the program's name.
func complain(_ message: String) {
    Output.error.write("evidence-index: \(message)\n")
}
