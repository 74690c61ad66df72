extension UsageComponent {
  /// What OpenShift consists of, and what does the same on other distributions, as `components.txt` has it; the first
  /// that holds a workload has it.
  static let standard: [UsageComponent] = table.split(
    separator: "\n",
    omittingEmptySubsequences: true,
  )
  .compactMap { UsageComponent(line: String($0)) }

  /// Without comments, and each component on one line.
  static var table: String {
    String(decoding: PackageResources.components_txt, as: UTF8.self)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .joined(separator: "\n").replacing(/\n +/, with: " ")
  }

  /// `name | ClusterOperators parted by commas, or - | places parted by spaces`; nil for anything else.
  init?(line: String) {
    let parts = line.split(separator: "|").map { part in
      part.split(separator: " ").map(String.init)
    }
    guard parts.count == 3, parts[0].count == 1, parts[1].count == 1, !parts[2].isEmpty else {
      return nil
    }
    self.init(
      parts[0][0],
      clusterOperators: parts[1][0].split(separator: ",").map(String.init).filter { $0 != "-" },
      places: parts[2].map { Place($0) },
    )
  }
}
