import Facts
import YAML

extension Rule {
  /// What `latest` is today is another thing tomorrow, on each node when it pulls.
  static let imagesStayTheSame = Rule { source in
    images(in: source.root).compactMap { node in
      guard let text = node.scalar?.text, text.hasSuffix(":latest") else { return nil }
      return FleetProblem(.component(.latestImage(text)), .warning, at: node.mark)
    }
  }

  /// What stands under a key `image`, however deep.
  private static func images(in node: Node) -> [Node] {
    (node.pairs ?? []).flatMap { $0.key == "image" ? [$0.value] : images(in: $0.value) }
      + (node.elements ?? []).flatMap(images)
  }
}
