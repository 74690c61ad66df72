import YAML

/// A relabelling as it stands in the file, asked what becomes of one label.
///
/// What is no relabelling changes nothing: it is told elsewhere.
struct RelabellingEffect {
  private let action: Relabelling.Action
  /// nil for any text.
  private let expression: String?
  private let target: String?
  private let replacement: String?

  init(_ node: Node) {
    func text(_ key: String) -> String? { node[key]?.scalar?.text }
    action = text("action").flatMap(Relabelling.Action.init) ?? .replace
    expression = text("regex")
    target = text("targetLabel")
    replacement = text("replacement")
  }

  /// Whether the label may have another value afterwards, or be gone.
  func mayChange(_ label: String) -> Bool {
    switch action {
    case .labeldrop, .labelkeep: takes(label)
    case .replace: mayTarget(label)
    default: mayGive(label)
    }
  }

  /// Whether the label may get a value.
  func mayGive(_ label: String) -> Bool {
    switch action {
    case .keep, .drop, .keepequal, .dropequal, .labeldrop, .labelkeep: false
    case .hashmod, .lowercase, .uppercase: target == label
    case .labelmap: names(of: replacement ?? "$1").contain(label)
    case .replace: !takesItsTarget && mayTarget(label)
    }
  }

  /// Whether the label is gone afterwards, whatever series it is of.
  func takes(_ label: String) -> Bool {
    switch action {
    case .labeldrop: expression.map { matches($0, label) } ?? false
    case .labelkeep: expression.map { !matches($0, label) } ?? false
    case .replace: takesItsTarget && expression == nil && target == label
    default: false
    }
  }

  /// A label without text is none.
  private var takesItsTarget: Bool { replacement == "" }

  private func mayTarget(_ label: String) -> Bool {
    target.map { names(of: $0).contain(label) } ?? false
  }

  private func names(of template: String) -> LabelNames {
    LabelNames(of: template, matching: expression ?? "(.*)")
  }

  /// By the whole name; what cannot be read here is told elsewhere, or left to Prometheus.
  private func matches(_ expression: String, _ label: String) -> Bool {
    guard TextForm.expression.flaw(expression) == nil, let regex = try? Regex(expression) else {
      return false
    }
    return label.wholeMatch(of: regex) != nil
  }
}
