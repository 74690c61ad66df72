import ArgumentParser

/// How every command prints.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print without colour, as NO_COLOR does.")
  var noColor = false

  @Flag(name: .shortAndLong, help: "Say more about what is done.")
  var verbose = false
}

/// What every command about a fleet takes.
struct FleetOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "The fleet file.")
  var file = "fleet.yaml"

  @OptionGroup var output: OutputOptions
}
