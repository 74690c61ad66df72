import Diagnostics
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
    let isLong = field.shares.allSatisfy { !told($0.value).isEmpty }
    return ["      \(first.sign) \(first.path):"]
      + (isLong
        ? longValues
        : SpreadText.lines(field.map(\.transition), detail).map { "          \($0)" })
  }

  /// Long values by their lines: once where the same lines come and go, whatever stands around them.
  private var longValues: [String] {
    let all = field.map(told)
    let changed = all.map { $0.filter { $0.fate == .added || $0.fate == .removed } }
    if let lines = all.common ?? changed.common { return LinesText(lines, detail, style).lines }
    let told = changed.shares.prefix(detail.differentValues)
    let more = changed.shares.count - told.count
    return told.flatMap { share in
      ["          (\(NameRanges.folded(share.clusters).joined(separator: ", ")))"]
        + LinesText(share.value, detail, style).lines
    } + (more > 0 ? ["          \(PlanWords.moreValues(more))"] : [])
  }

  private func lines(of field: DisplayedField) -> [String] {
    let lines = told(field)
    guard !lines.isEmpty else {
      let transition = field.transition
      return ["      \(field.sign) \(field.path)\(transition.isEmpty ? "" : ": ")\(transition)"]
    }
    return ["      \(field.sign) \(field.path):"] + LinesText(lines, detail, style).lines
  }

  /// Rules by their names, but where all is asked for.
  private func told(_ field: DisplayedField) -> [DisplayedLine] {
    detail.folds && !field.rules.isEmpty ? field.rules : field.lines
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
