import Diagnostics
import Facts
import YAML

extension Rule {
  /// A bundle is in one place, and what comes over a network must be known beforehand.
  static let bundlesArePinned = Rule { source in
    let hub = source.root["hub"].flatMap { node in
      source.section.optionalSection("hub").map { (node: node, section: $0) }
    }
    return ([hub].compactMap(\.self) + source.clusters).compactMap { owner in
      let bundle = owner.section.optionalSection("prometheusOperator")?.optionalSection("bundle")
      let key = "prometheusOperator"
      let place = owner.node[key] ?? source.root["defaults"]?[key] ?? owner.node
      return bundle.flatMap { flaw(of: $0, at: place.mark) }
    }
  }

  private static func flaw(of bundle: Section, at mark: SourceMark) -> Diagnostic? {
    switch (bundle.optionalText("path"), bundle.optionalText("url")) {
    case (nil, nil), (_?, _?):
      Diagnostic(
        .error,
        "wrong choice",
        detail: "A bundle needs exactly one of `path` and `url`.",
        at: mark,
      )
    case (nil, _?) where bundle.optionalText("sha256") == nil:
      Diagnostic(
        .error,
        "missing key",
        detail:
          "A bundle that is downloaded needs `sha256`: else whoever serves it decides what runs.",
        remedy: "Download it, look at it, and give what `sha256sum` prints.",
        at: mark,
      )
    default: nil
    }
  }
}
