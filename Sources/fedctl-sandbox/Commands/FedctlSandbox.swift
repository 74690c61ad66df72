import ArgumentParser

@main
struct FedctlSandbox: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fedctl-sandbox",
    abstract: "A local stand-in for Kubernetes and OpenShift clusters.",
    subcommands: [Up.self],
  )
}
