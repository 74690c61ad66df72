import Diagnostics
import Facts
import YAML

extension Rule {
  /// Each copy of a sample is in a pod of its own, and copies are for being without one of them.
  static let copiesFitPods = Rule { source in
    guard let receive = source.section.optionalSection("hub")?.optionalSection("receive"),
      let copies = try? receive.count("replicationFactor"),
      let pods = try? receive.count("replicas"),
      let node = source.root["hub"]?["receive"]?["replicationFactor"]
    else { return [] }
    if copies > pods { return [tooMany(copies, pods, node.mark)] }
    return copies == 2 ? [two(node.mark)] : []
  }

  private static func tooMany(_ copies: Int, _ pods: Int, _ mark: SourceMark) -> Diagnostic {
    Diagnostic(
      .error,
      "too few pods",
      detail: """
        Each of \(copies) copies is kept by another pod, and receive has \(Count(pods, "pod")).
        """,
      remedy: "Raise `replicas` to \(copies), or lower `replicationFactor`.",
      at: mark,
    )
  }

  private static func two(_ mark: SourceMark) -> Diagnostic {
    Diagnostic(
      .warning,
      "two copies promise no more than one",
      detail: """
        With `replicationFactor: 2` a write counts as done when one pod has it: it takes twice the \
        space, and what one pod loses may be lost.
        """,
      remedy: "Use 3, where two pods must have it and one may be down, or 1.",
      at: mark,
    )
  }
}
