import Fleet
import JSON
import Objects

/// The one right that a managed cluster has on the hub, and the identity that holds it.
extension HubSite {
  /// To write metrics: a resource that no API serves, so that nothing else comes with it.
  var remoteWrite: AccessReview {
    AccessReview(
      verb: "create",
      group: "fedctl.dev",
      resource: "remotewrites",
      namespace: namespace,
      name: Part.receive.name,
    )
  }

  /// One role for all clusters; each identity is bound to it by itself.
  func remoteWriteRole() -> Manifest {
    let rules = [
      rule(
        remoteWrite.group,
        [remoteWrite.resource],
        names: [remoteWrite.name],
        [remoteWrite.verb],
      )
    ]
    return site.role(Self.remoteWriteRole, of: .receive, rules: rules)
  }

  private static let remoteWriteRole = "remote-write"

  /// Account, right and token of one cluster: what is taken away when it leaves.
  func identity(_ cluster: ManagedCluster) -> [Manifest] {
    let name = identityName(cluster)
    let mark = cluster.mark
    return [
      site.silentAccount(name, of: .receive, mark),
      site.roleBinding(name, role: Self.remoteWriteRole, to: name, of: .receive, mark),
      site.manifest(.secret, tokenSecret(cluster), of: .receive, mark.merging(token(of: name))),
    ]
  }

  /// One account for each managed cluster, so that each can be revoked alone.
  private func identityName(_ cluster: ManagedCluster) -> String {
    cluster.name + Self.identitySuffix
  }

  /// What follows a cluster's name in that of its account.
  static let identitySuffix = "-metrics"

  /// Deleting it revokes the token.
  private func tokenSecret(_ cluster: ManagedCluster) -> String {
    "\(identityName(cluster))-token"
  }

  /// Deleting the Secret revokes the token, whichever way it is made.
  private func token(of account: String) -> JSON {
    let owner: JSON = ["metadata": ["annotations": .map([WellKnown.serviceAccountName: account])]]
    return switch design.token {
    case .secret: owner.merging(["type": "kubernetes.io/service-account-token"])
    // An anchor without content: the token lives as long as this object.
    case .bound: owner.merging(["type": "Opaque"])
    }
  }

  /// The token that a managed cluster shows, and when it expires if it does.
  func token(for cluster: ManagedCluster) -> (value: HandOff, expiry: HandOff?) {
    let secret = tokenSecret(cluster)
    switch design.token {
    case .secret:
      return (HandOff(from: site.reference(.secret, secret), .data(key: "token")), nil)
    case .bound(let lifetime):
      let account = site.reference(.serviceAccount, identityName(cluster))
      return (
        HandOff(from: account, .boundToken(secret: secret, lifetime: lifetime)),
        HandOff(from: account, .boundTokenExpiry(secret: secret, lifetime: lifetime)),
      )
    }
  }
}
