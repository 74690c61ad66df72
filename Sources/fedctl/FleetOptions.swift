import ArgumentParser

/// What every command takes that is about a fleet file.
struct FleetOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The fleet file.", valueName: "file"),
  )
  var file = "fleet.yaml"

  @Flag(help: "Print without colours; so does a NO_COLOR in the environment.")
  var noColor = false
}
