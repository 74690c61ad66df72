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
    Console(output).document(Fleet.jsonSchema.text(.pretty) + "\n")
  }
}
