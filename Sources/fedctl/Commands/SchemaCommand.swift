import ArgumentParser
import Fleet
import JSON

struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of the fleet file, for editors.",
  )

  @OptionGroup var output: OutputOptions

  func run() async throws {
    Console(output).result(Fleet.jsonSchema.text(.pretty) + "\n")
  }
}
