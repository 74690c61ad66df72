import Fleet
import JSON
import Objects

/// telemeter's client, which writes to a telemeter server that is somebody else's.
extension CollectedCluster {
  private static let token = Mount(volume: "token", path: "/etc/collector/token")

  /// The Secret with its token is somebody else's, and only mounted.
  func telemeterClient(_ telemeter: Telemeter) -> Manifest {
    workload(
      [[.text("--id="), .value(clusterID)]],
      [
        "--to=\(telemeter.url)",
        "--to-token-file=\(Self.token.path)/\(telemeter.key)",
      ] + commonArguments
        // Unlike its descendant's, this flag takes a line of comma-separated values.
        + selectors.map { "--match=\(Self.quoted($0))" },
      mounting: Self.token,
      secretVolume(Self.token.volume, secret: telemeter.secret),
    )
  }
}
