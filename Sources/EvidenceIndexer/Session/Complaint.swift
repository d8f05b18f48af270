internal import Evidence

/// Writes a line to standard error behind the program's name; a file's name in it can't drive the terminal.
func complain(_ message: String) {
    Output.error.write("evidence-index: \(message.printable)\n")
}
