import ArgumentParser
import Fleet
import JSON

/// `fedctl schema`: what editors need to check and complete a fleet file.
struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of the fleet file, for editors.",
  )

  @OptionGroup var output: OutputOptions

  /// Prints the schema that `validate` itself goes by.
  func run() async throws {
    Console(output).document(Self.narrowed(Fleet.jsonSchema.text(.pretty)) + "\n")
  }

  /// One space a level in place of two, for a third of the text would be indents; no line begins within a string of JSON.
  private static func narrowed(_ text: String) -> String {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      line.dropFirst(line.prefix { $0 == UInt8(ascii: " ") }.count / 2)
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
  }
}
