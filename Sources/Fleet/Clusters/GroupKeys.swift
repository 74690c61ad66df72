import JSON

extension Key {
  /// The settings of each group, at the top of the file.
  static let groups = Key(
    "groups",
    .records(keys: .name, .groupSettings),
    .standard([:]),
    """
    Settings of several clusters, by a name of your own: merged over the defaults for each cluster that names the group \
    under its `groups`, in its order, and under its own keys.
    """,
    example: ["far": ["externalLabels": ["site": "far"]]],
  )

  /// The groups that a cluster is in.
  static let groupsOfCluster = Key(
    "groups",
    .list(of: .text(.name)),
    .standard([]),
    "The groups whose settings it has, the later over the earlier; `--group` chooses it by each of them.",
    example: ["far"],
  )
}
