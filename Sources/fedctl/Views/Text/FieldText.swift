import Plan

/// One field of a plan: what it is and what it will be.
struct FieldText {
  private let field: Spread<DisplayedField>
  private let detail: PlanDetail
  private let style: TextStyle

  /// A field of one cluster, or of several that are alike.
  init(_ field: Spread<DisplayedField>, _ detail: PlanDetail, _ style: TextStyle) {
    self.field = field
    self.detail = detail
    self.style = style
  }

  /// Where alike clusters have different values, each of them below the field's path.
  var lines: [String] {
    if let field = field.common { return lines(of: field) }
    guard let first = field.shares.first?.value else { return [] }
    return ["      \(first.sign) \(first.path):"]
      + SpreadText.lines(field.map(\.transition), detail).map { "          \($0)" }
  }

  private func lines(of field: DisplayedField) -> [String] {
    guard !field.lines.isEmpty else {
      let transition = field.transition
      return ["      \(field.sign) \(field.path)\(transition.isEmpty ? "" : ": ")\(transition)"]
    }
    return ["      \(field.sign) \(field.path):"] + LinesText(field.lines, detail, style).lines
  }
}

extension DisplayedField {
  /// Whether the field comes, goes or changes.
  fileprivate var sign: String {
    switch (before, after) {
    case (nil, .some): "+"
    case (.some, nil): "-"
    default: "~"
    }
  }

  /// What it is and what it will be, on one line.
  fileprivate var transition: String {
    switch (before, after) {
    case (let before?, let after?): "\(Wrapped.clipped(before)) -> \(Wrapped.clipped(after))"
    case (nil, let value?), (let value?, nil): Wrapped.clipped(value)
    case (nil, nil): ""
    }
  }
}
