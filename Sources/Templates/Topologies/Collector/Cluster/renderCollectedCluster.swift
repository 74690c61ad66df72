import Fleet
import JSON
import Objects

/// Every object on one managed cluster.
func renderCollectedCluster(_ collected: CollectedCluster) -> [Manifest] {
  let site = collected.site
  let members =
    site.closedNamespace() + collected.source() + collected.destination()
  return site.inventoried(
    members,
    recording: [site.identity(of: collected.hub.fleet.hub.name, at: Inventory.hubKey)],
  )
}

extension CollectedCluster {
  /// Who it is where it reads, and what it may read.
  fileprivate func source() -> [Manifest] {
    guard readsPlatform else { return [site.silentAccount(part.name, of: part)] }
    return [site.manifest(.serviceAccount, part.name, of: part)]
      + site.federation(as: part.name, of: part, on: design.openshiftVersion)
  }

  /// What it shows where it writes, and the collector itself.
  fileprivate func destination() -> [Manifest] {
    if let telemeter = collector.telemeter { return [telemeterClient(telemeter)] }
    guard let authority else { return [] }
    let certificate = clientCertificate(by: authority)
    return [secret(of: certificate), metricsCollector(certificate)]
  }
}
