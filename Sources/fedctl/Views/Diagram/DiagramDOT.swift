import Plan

/// A picture in the language of Graphviz.
struct DiagramDOT {
  let diagram: Diagram
  let title: String

  /// The whole document.
  var text: String {
    let edges = diagram.edges.map { edge in
      let style = edge.fields.isEmpty ? "" : " [label=\(Self.quoted(edge.label)), style=dashed]"
      return "  n\(edge.from) -> n\(edge.to)\(style);"
    }
    return """
      digraph fleet {
        label=\(Self.quoted(title));
        rankdir=LR;
        node [shape=box, style=rounded, fontname="sans-serif", fontsize=10];
        edge [fontname="sans-serif", fontsize=9];
      \((frames + edges).joined(separator: "\n"))
      }

      """
  }

  private var frames: [String] {
    diagram.groups.enumerated().flatMap { place, clusters in
      ["  subgraph cluster_\(place) {", "    label=\(Self.quoted(Diagram.heading(of: clusters)));"]
        + diagram.boxes(in: place).map { number, node in
          let style = node.isForeign ? ", style=dotted" : ""
          return
            "    n\(number) [label=\(Self.quoted(node.lines.joined(separator: "\n")))\(style)];"
        } + ["  }"]
    }
  }

  /// A text as the language has it: a backslash would begin a word of its own there.
  private static func quoted(_ text: String) -> String {
    let safe = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(safe)\""
  }
}
