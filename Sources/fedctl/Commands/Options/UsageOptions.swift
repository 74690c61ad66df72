import ArgumentParser
import Operate
import Text

/// In which forms use is told, and where.
struct UsageOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "The form of standard output: text, csv, json, markdown or html.",
  )
  var output = UsageForm.text

  @Option(
    help: ArgumentHelp("Write JSON into a file, beside the output.", valueName: "file"),
    completion: .file(),
  )
  var jsonInto: String?

  @Option(
    help: ArgumentHelp("Write CSV into a file, beside the output.", valueName: "file"),
    completion: .file(),
  )
  var csvInto: String?

  @Option(
    help: ArgumentHelp("Write Markdown into a file, beside the output.", valueName: "file"),
    completion: .file(),
  )
  var markdownInto: String?

  @Option(
    help: ArgumentHelp("Write a page into a file, beside the output.", valueName: "file"),
    completion: .file(),
  )
  var htmlInto: String?

  @Option(
    help: ArgumentHelp("How many bytes Markdown may have.", valueName: "count")
  )
  var maxBytes = 65_536

  @Flag(help: "Tell every component and cluster, however little it uses, and all queries.")
  var full = false

  /// What the parser cannot know of a number.
  func validate() throws {
    guard maxBytes >= 1_024 else {
      throw ValidationError("--max-bytes takes a number from 1024 up")
    }
  }

  private var files: [(form: UsageForm, path: String)] {
    let all: [(UsageForm, String?)] = [
      (.json, jsonInto), (.csv, csvInto), (.markdown, markdownInto), (.html, htmlInto),
    ]
    return all.compactMap { form, path in path.map { (form, $0) } }
  }

  /// Prints one form, and writes the others; of these, one that cannot be written keeps no other from being written.
  ///
  /// - Throws: the first that could not be written.
  func tell(_ outcome: UsageOutcome, on console: Console) throws {
    let text = document(outcome, output, style: console.style)
    if output == .text { console.result(text) } else { console.document(text) }
    var problems: [FileProblem] = []
    for (form, path) in files {
      let style = TextStyle(isColoured: false)
      let text = Console.secrets.redact(document(outcome, form, style: style))
      do throws(FileProblem) {
        try LocalFile.write(text, to: path, as: .report, replacing: true)
      } catch {
        problems.append(error)
      }
    }
    if let problem = problems.first { throw problem }
  }

  private func document(_ outcome: UsageOutcome, _ form: UsageForm, style: TextStyle) -> String {
    outcome.document(form, isWhole: full, limit: maxBytes, style: style)
  }
}
