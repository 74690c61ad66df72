import ArgumentParser
import Diagnostics
import Facts
import JSON
import Objects
import Operate
import Plan
import YAML

/// `fedctl render`: the manifests, from the fleet file and the bundles that it names.
struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Print the manifests, without any cluster.",
    discussion: """
      What only clusters can tell is marked `(known after apply: …)`, and what is secret \
      `(sensitive)`: the output is for reading and reviewing, `fedctl apply` applies.
      """,
  )

  /// How objects are written.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case yaml
    case json
  }

  @OptionGroup var file: FleetOptions

  @Option(help: "Only this cluster's manifests.", completion: .clusters)
  var cluster: String?

  @OptionGroup var groups: GroupOptions

  @Option(name: .shortAndLong, help: "The form of the output.")
  var output = Form.yaml

  @Option(
    help: ArgumentHelp("Write a file per object below this folder.", valueName: "folder"),
    completion: .directory,
  )
  var outputDir: String?

  @Option(
    help: ArgumentHelp(
      "In place of the manifests: which keys of the fleet file, and which patches, give the fields of this object.",
      valueName: "kind/name",
    )
  )
  var explain: ObjectChoice?

  /// What cannot be asked for together.
  func validate() throws {
    guard explain == nil || outputDir == nil && groups.groups.isEmpty && output == .yaml else {
      throw ValidationError("--explain goes with --cluster alone")
    }
  }

  /// Renders, and prints or writes; no cluster is asked.
  func run() async throws {
    let console = Console(file.output)
    if let explain {
      let request = SessionRequest(file)
      let (object, others) = try await explainObject(
        request,
        explain,
        on: cluster,
        view: TextView(console),
      )
      return console.result(ExplainedObjectText(object, alsoOn: others, in: file.file).text)
    }
    let manifests = try await renderFleet(SessionRequest(file), view: TextView(console)) {
      fleet throws(SessionProblem) in
      try groups.adding(to: [cluster].compactMap(\.self), in: fleet)
    }
    guard let outputDir else { return console.document(text(of: manifests)) }
    for manifest in manifests { try write(manifest, to: OutputFolder(outputDir)) }
    console.note("Wrote \(Count(manifests.count, "manifest")) below \(Printable.text(outputDir)).")
  }

  /// All objects as one text, each named in a comment where the form has comments.
  private func text(of manifests: [Manifest]) -> String {
    switch output {
    case .yaml:
      manifests.map { "---\n# \($0.reference)\n\(YAML.text($0.preview(.words)))" }.joined()
    case .json:
      Printable.json(JSON.array(manifests.map { $0.preview(.words) }).text(.pretty)) + "\n"
    }
  }

  /// A file of its own for each object, in a folder for each cluster.
  private func write(_ manifest: Manifest, to folder: OutputFolder) throws {
    let text =
      output == .yaml
      ? YAML.text(manifest.preview(.words)) : manifest.preview(.words).text(.pretty) + "\n"
    try folder.write(
      text,
      named: "\(manifest.reference.fileName).\(output.rawValue)",
      in: manifest.reference.cluster,
      isPrivate: manifest.reference.kind == .secret,
    )
  }
}
