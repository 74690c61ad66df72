import ArgumentParser

/// How every command prints.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print without colour, as NO_COLOR does.")
  var noColor = false

  /// How standard error is written.
  enum LogForm: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Option(help: "How standard error is written: text, or json, an object a line with the time.")
  var logFormat = LogForm.text

  @Flag(name: .shortAndLong, help: "Say more about what is done.")
  var verbose = false
}

/// What every command about a fleet takes.
struct FleetOptions: ParsableArguments {
  @Option(
    name: [.customShort("f"), .customLong("file")],
    parsing: .singleValue,
    help: ArgumentHelp("The fleet file. (default: fleet.yaml)", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]),
  )
  var files: [String] = []

  @OptionGroup var output: OutputOptions

  /// As the person gave it.
  var file: String { files.first ?? "fleet.yaml" }

  /// One command is about one fleet: of two files, the first would be passed over without a word.
  func validate() throws {
    guard files.count <= 1 else {
      throw ValidationError("--file is given \(files.count) times, and one fleet has one file")
    }
  }
}
