import ArgumentParser
import FoundationEssentials
import Metrics
import Operate

/// By which way the hub's metrics are asked for.
struct QueryOptions: ParsableArguments {
  /// The ways that have a name.
  enum Way: String, ExpressibleByArgument, CaseIterable {
    case proxy
    case route
  }

  @Option(
    help:
      "How the hub is asked: proxy, through its API server, or route, at the querier's own host."
  )
  var through = Way.proxy

  @Option(
    help: ArgumentHelp(
      "Ask this address instead, as of a Thanos of your own or the end of a port-forward.",
      valueName: "url",
    )
  )
  var queryURL: String?

  @Option(
    help: ArgumentHelp(
      "The variable that holds the bearer token for --query-url or --through route.",
      valueName: "variable",
    )
  )
  var queryTokenFrom: String?

  /// What the parser cannot know of an address.
  func validate() throws {
    guard let queryURL else {
      guard queryTokenFrom == nil || through == .route else {
        throw ValidationError("--query-token-from goes with --query-url or --through route")
      }
      return
    }
    guard through == .proxy else {
      throw ValidationError("--query-url and --through route exclude each other")
    }
    guard queryURL.hasPrefix("http://") || queryURL.hasPrefix("https://") else {
      throw ValidationError("--query-url takes an address that begins with http:// or https://")
    }
    try checkToken()
  }

  private func checkToken() throws {
    guard let name = queryTokenFrom, token == nil else { return }
    throw ValidationError("the variable \(name), which --query-token-from names, is empty")
  }

  private var token: String? {
    queryTokenFrom.flatMap { ProcessInfo.processInfo.environment[$0] }
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What the engine takes.
  func settings(for clusters: [String] = []) -> VerifySettings {
    let way: VerifySettings.Way =
      if let queryURL {
        .address(MetricsAddress(queryURL, token: token))
      } else {
        through == .route ? .route(token: token) : .serviceProxy
      }
    return VerifySettings(
      way: way,
      clusters: Set(clusters),
      environment: ProcessInfo.processInfo.environment,
    )
  }
}
