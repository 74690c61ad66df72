/// The names of labels that may come of a template such as `team_$1`.
struct LabelNames {
  /// A part of the template.
  private enum Piece {
    case text(Substring)
    /// By its number or its name.
    case group(Substring)

    var isGroup: Bool {
      if case .group = self { true } else { false }
    }
  }

  private let template: String
  private let expression: String

  /// - `expression`: that of RE2 whose groups the template names.
  init(of template: String, matching expression: String) {
    self.template = template
    self.expression = expression
  }

  /// Whether one of the names is this one, as far as that can be told by what each group takes.
  func contain(_ label: String) -> Bool {
    // What is no template is told elsewhere.
    guard TextForm.labelTemplate.flaw(template) == nil else { return false }
    let pieces = pieces
    guard pieces.contains(where: \.isGroup) else { return template == label }
    let close = isPlain ? try? Regex(pattern(pieces, groups(ofExpression: expression))) : nil
    guard let regex = close ?? (try? Regex(pattern(pieces, nil))) else { return true }
    return label.wholeMatch(of: regex) != nil
  }

  /// Whether a group means the same by itself: a flag such as `(?i)` holds for what comes behind it.
  private var isPlain: Bool { expression.firstMatch(of: /\(\?[imsU-]/) == nil }

  /// As Prometheus expands a template (golang/go:src/regexp/regexp.go, `Expand`): a name reaches as far as letters,
  /// digits and underscores do.
  private var pieces: [Piece] {
    var rest = template[...]
    var pieces: [Piece] = []
    while !rest.isEmpty {
      if let group = rest.prefixMatch(of: /\$(?:([A-Za-z0-9_]+)|\{([A-Za-z0-9_]+)\})/) {
        pieces.append(.group(group.1 ?? group.2 ?? ""))
        rest = rest[group.range.upperBound...]
      } else {
        let text = rest.prefix(1) + rest.dropFirst().prefix { $0 != "$" }
        pieces.append(.text(text))
        rest = rest.dropFirst(text.count)
      }
    }
    return pieces
  }

  /// An expression for whole names.
  ///
  /// - `groups`: those that the pieces name; nil where each may be any text.
  private func pattern(_ pieces: [Piece], _ groups: [ExpressionGroup]?) -> String {
    pieces.map { piece in
      switch (piece, groups) {
      case (.text(let text), _): String(text)
      case (.group, nil): ".*"
      case (.group("0"), _?): "(?:\(expression))"
      case (.group(let name), let groups?): Self.pattern(of: name, among: groups)
      }
    }.joined()
  }

  /// A group that the expression has not, or that takes no part in a match, is no text at all.
  private static func pattern(of name: Substring, among groups: [ExpressionGroup]) -> String {
    let numbered = Int(name).flatMap { $0 > 0 ? groups.dropFirst($0 - 1).first : nil }
    guard let group = numbered ?? groups.first(where: { $0.name == String(name) }) else {
      return ""
    }
    return "(?:\(String(group.pattern)))?"
  }
}
