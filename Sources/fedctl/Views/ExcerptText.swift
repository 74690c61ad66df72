import Diagnostics

extension Excerpt {
  func text(_ style: TextStyle) -> String {
    parts.map { part in
      switch part {
      case .summary(.error, let text): style.paint(.problem, "error: \(text)")
      case .summary(.warning, let text): style.paint(.modification, "warning: \(text)")
      case .place(let text), .source(let text): text
      case .mark(let text): style.paint(.problem, text)
      case .detail(let text): "   \(text)"
      case .remedy(let text): "   help: \(text)"
      }
    }.joined(separator: "\n")
  }
}
