import ArgumentParser
import Objects
import Operate
import Plan

/// `fedctl graph`: the fleet, or the order in which it is applied, as a picture.
struct GraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw the fleet, or the order in which it is applied, without any cluster.",
    discussion: """
      Alike clusters are drawn once, with CLUSTER in place of their names. A dashed arrow says what \
      is handed from one object to another, a dotted box what the fleet reads and has not made. \
      Graphviz draws DOT (`fedctl graph | dot -Tpng`), GitHub and GitLab draw Mermaid in Markdown, \
      and browsers show SVG.
      """,
  )

  /// The languages of pictures.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case dot
    case mermaid
    case svg
  }

  @OptionGroup var file: FleetOptions

  @Option(
    help: """
      What to draw: fleet (what runs where, and what is handed over) or order (every object, and what is \
      applied before what).
      """
  )
  var of = Diagram.Subject.fleet

  @Option(name: .shortAndLong, help: "The form of the output: dot, mermaid or svg.")
  var output = Form.dot

  @Flag(help: "Draw every cluster for itself.")
  var full = false

  /// Reads the file, and prints; no cluster is asked.
  func run() async throws {
    let console = Console(file.output)
    let (name, diagram) = try await drawFleet(
      SessionRequest(file),
      of,
      mark: ValueMarks.words.cluster,
      folds: !full,
      view: TextView(console),
    )
    let title = of.title(of: name)
    switch output {
    case .dot: console.document(DiagramDOT(diagram: diagram, title: title).text)
    case .mermaid: console.document(DiagramMermaid(diagram: diagram, title: title).text)
    case .svg: console.document(DiagramSVG(diagram, title: title).text)
    }
  }
}

extension Diagram.Subject: ExpressibleByArgument {}
