import Plan

/// A picture in the language of Mermaid, which GitHub and GitLab draw in Markdown.
struct DiagramMermaid {
  let diagram: Diagram
  let title: String

  /// The whole document.
  var text: String {
    let edges = diagram.edges.map { edge in
      let arrow = edge.fields.isEmpty ? "-->" : "-. \(Self.quoted(edge.label)) .->"
      return "  n\(edge.from) \(arrow) n\(edge.to)"
    }
    let lines = ["flowchart LR", "  accTitle: \(Self.plain(title))"] + frames + edges
    return lines.joined(separator: "\n") + "\n"
  }

  private var frames: [String] {
    diagram.groups.enumerated().flatMap { place, clusters in
      ["  subgraph g\(place) [\(Self.quoted(Diagram.heading(of: clusters)))]"]
        + diagram.boxes(in: place).map { number, node in
          let text = node.lines.map(Self.plain).joined(separator: "<br>")
          return node.isForeign ? "    n\(number)([\"\(text)\"])" : "    n\(number)[\"\(text)\"]"
        } + ["  end"]
    }
  }

  private static func quoted(_ text: String) -> String { "\"\(plain(text))\"" }

  /// Without anything that the language or the HTML that it makes could take for its own.
  private static func plain(_ text: String) -> String {
    text.map { character in
      switch character {
      case "\"": "#quot;"
      case "<": "#lt;"
      case ">": "#gt;"
      case "&": "#amp;"
      case "#": "#35;"
      case ";": "#59;"
      case "\n", "\r": " "
      default: String(character)
      }
    }.joined()
  }
}
