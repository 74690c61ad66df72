import Plan

/// A picture that needs nothing but a browser, in the reader's light or dark.
struct DiagramSVG {
  private let diagram: Diagram
  private let title: String
  private let layout: DiagramLayout

  init(_ diagram: Diagram, title: String) {
    self.diagram = diagram
    self.title = title
    layout = DiagramLayout(diagram)
  }

  /// The whole document.
  var text: String {
    let parts = frames + diagram.edges.map(arrow) + diagram.nodes.indices.map(box) + labels
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(layout.width) \(layout.height)" \
      width="\(layout.width)" height="\(layout.height)" role="img" aria-labelledby="title">
      <title id="title">\(Self.escaped(title))</title>
      <style>
      \(String(decoding: PackageResources.diagram_css, as: UTF8.self))
      </style>
      <defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" \
      orient="auto"><path class="tip" d="M0 0 L8 4 L0 8 z"/></marker></defs>
      <rect class="paper" width="\(layout.width)" height="\(layout.height)"/>
      <text class="name" x="12" y="24">\(Self.escaped(title))</text>
      \(parts.joined(separator: "\n"))
      </svg>

      """
  }

  private var frames: [String] {
    zip(diagram.groups, layout.frames).map { clusters, frame in
      """
      <rect class="frame" x="\(frame.x)" y="\(frame.y)" width="\(frame.width)" \
      height="\(frame.height)" rx="8"/>
      <text class="name" x="\(frame.x + 10)" y="\(frame.y + 21)">\
      \(Self.escaped(Diagram.heading(of: clusters)))</text>
      """
    }
  }

  private func box(_ place: Int) -> String {
    let (node, box) = (diagram.nodes[place], layout.boxes[place])
    let lines = node.lines.map(Self.cut)
    let whole = node.lines.joined(separator: " ")
    return """
      <g><title>\(Self.escaped(whole))</title>\
      <rect class="box\(node.isForeign ? " foreign" : "")" x="\(box.x)" y="\(box.y)" \
      width="\(box.width)" height="\(box.height)" rx="5"/>\
      <text class="kind" x="\(box.x + 10)" y="\(box.y + 15)">\(Self.escaped(lines[0]))</text>\
      <text x="\(box.x + 10)" y="\(box.y + 29)">\(Self.escaped(lines[1]))</text></g>
      """
  }

  /// From the right of one box to the left of the other.
  private func arrow(_ edge: Diagram.Edge) -> String {
    let (from, to) = (layout.boxes[edge.from], layout.boxes[edge.to])
    let (x, y) = (from.x + from.width, from.y + from.height / 2)
    let (endX, endY) = (to.x, to.y + to.height / 2)
    let bend = max(30, (endX - x) / 2)
    let path = "M\(x) \(y) C\(x + bend) \(y) \(endX - bend) \(endY) \(endX) \(endY)"
    let name = [edge.from, edge.to].map { diagram.nodes[$0].lines.joined(separator: " ") }
      .joined(separator: " → ")
    let handed = edge.fields.isEmpty ? ("", name) : (" handed", "\(name): \(edge.label)")
    return "<path class=\"arrow\(handed.0)\" marker-end=\"url(#tip)\" d=\"\(path)\"><title>"
      + "\(Self.escaped(handed.1))</title></path>"
  }

  /// What a box is handed, from wherever, where the arrows reach it.
  private var labels: [String] {
    diagram.nodes.indices.compactMap { place in
      let labels = diagram.edges.filter { $0.to == place && !$0.fields.isEmpty }.map(\.label)
      guard !labels.isEmpty else { return nil }
      let box = layout.boxes[place]
      return "<text class=\"label\" text-anchor=\"end\" x=\"\(box.x - 8)\" y=\"\(box.y + 13)\">"
        + "\(Self.escaped(labels.joined(separator: ", ")))</text>"
    }
  }

  private static func cut(_ text: String) -> String {
    text.count > DiagramLayout.signs ? "\(text.prefix(DiagramLayout.signs - 1))…" : text
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
