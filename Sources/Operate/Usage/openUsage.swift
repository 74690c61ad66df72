import Apply
package import Fleet
import HTTP
import Metrics

extension UsageInquiry {
  /// Reads the fleet file and opens the way to what answers queries; only a Route is asked for.
  ///
  /// An address of somebody's own needs no kubeconfig. `choose` tells the clusters that are told; none are all.
  ///
  /// - Throws: what is wrong with the fleet file, the kubeconfig or the names of clusters; a `UsageFailure` where the
  ///   hub cannot be reached.
  package static func open(
    _ request: SessionRequest,
    _ settings: UsageSettings,
    by way: VerifySettings.Way,
    view: any RunView,
    of choose: (Fleet) throws(SessionProblem) -> [String],
  ) async throws -> UsageInquiry {
    let transport = try HTTPTransport(environment: request.environment, hiding: request.secrets)
    if case .address(let address) = way {
      let file = FleetFile(path: request.fleetFile, environment: request.environment)
      let api = MetricsAPI(.direct(address, over: transport), limits: limits)
      let fleet = try file.load(view).fleet
      return try UsageInquiry(api, fleet, settings, of: try choose(fleet))
    }
    let session = try await FleetSession.open(request, view: view)
    let chosen = try choose(session.fleet)
    let verification = Verification(
      of: session.fleet,
      through: session.clients,
      VerifySettings(way: way, environment: request.environment, limits: limits),
      over: transport,
    )
    let api = try await reached(verification)
    return try UsageInquiry(api, session.fleet, settings, of: chosen)
  }

  private static func reached(
    _ verification: Verification
  ) async throws(UsageFailure) -> MetricsAPI {
    do throws(HubFinding) { return try await verification.hub() } catch { throw .hub(error) }
  }

  /// A report of a month reads more than a page of a dashboard.
  private static let limits = MetricsLimits(size: 256 << 20, time: .seconds(120))
}
