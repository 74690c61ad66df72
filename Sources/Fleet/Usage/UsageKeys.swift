import JSON

extension Key {
  /// Not of `report`, which says how use is shown: a cluster tells or does not tell.
  static let usage = Key(
    "usage",
    .flag,
    .standard(true),
    """
    Whether the hub is told what each component of the cluster uses, for reports and dashboards: some six \
    series for each pod.
    """,
    starter: .commentedOut(false),
  )
}
