import ArgumentParser
import Operate
import Text

/// In which forms the outcome of a run is told, and where.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: """
      The form of standard output: text, json, markdown, html, gitlab, junit or values. What people read \
      then goes to standard error where it is needed.
      """,
  )
  var output = ReportForm.text

  @Option(
    help: ArgumentHelp("Write JSON into a file, beside the text.", valueName: "file"),
    completion: .file(),
  )
  var jsonInto: String?

  @Option(
    help: ArgumentHelp("Write Markdown into a file, beside the text.", valueName: "file"),
    completion: .file(),
  )
  var markdownInto: String?

  @Option(
    help: ArgumentHelp("Write GitLab's counts into a file, beside the text.", valueName: "file"),
    completion: .file(),
  )
  var gitlabInto: String?

  @Option(
    help: ArgumentHelp("Write JUnit's XML into a file, beside the text.", valueName: "file"),
    completion: .file(),
  )
  var junitInto: String?

  @Option(
    help: ArgumentHelp("Write a page into a file, beside the text.", valueName: "file"),
    completion: .file(),
  )
  var htmlInto: String?

  @Option(
    help: ArgumentHelp(
      "Write a line name=value each, for scripts, into a file, beside the text.",
      valueName: "file",
    )
  )
  var valuesInto: String?

  @Option(
    help: ArgumentHelp(
      "How many bytes Markdown may have; a comment on GitHub has 65536, a step's summary 1048576.",
      valueName: "count",
    )
  )
  var maxBytes = 65_536

  /// What the parser cannot know of a number.
  func validate() throws {
    guard maxBytes >= 1_024 else {
      throw ValidationError("--max-bytes takes a number from 1024 up")
    }
  }

  /// Whether standard output is for machines.
  private var isForMachines: Bool { output != .text }

  /// Where the text goes: beside a form for machines on standard output it is needed only where somebody is asked, for
  /// nobody can agree to what she has not seen.
  func console(_ options: OutputOptions, asks: Bool = false) -> Console {
    guard isForMachines else { return Console(options) }
    return Console(options, results: asks ? .standardError : .nowhere)
  }

  /// Which form goes into which file.
  private var files: [(form: ReportForm, path: String)] {
    let all: [(ReportForm, String?)] = [
      (.json, jsonInto), (.markdown, markdownInto), (.gitlab, gitlabInto), (.junit, junitInto),
      (.html, htmlInto), (.values, valuesInto),
    ]
    return all.compactMap { form, path in path.map { (form, $0) } }
  }

  /// Runs a command, and writes what has come of it in every form that is asked for, however it has ended.
  ///
  /// - Throws: what the command has thrown; where it has thrown nothing, what kept a file from being written.
  func reporting(
    _ command: ReportedCommand,
    _ detail: PlanDetail = PlanDetail(),
    on console: Console,
    beside view: any RunView,
    _ run: (any RunView) async throws -> Void,
  ) async throws {
    let collector = ReportView(Report(command, detail), beside: view)
    var thrown: (any Error)?
    do { try await run(collector) } catch { thrown = error }
    collector.end(with: thrown, status: ExitStatus.number(after: thrown))
    let result = Result { try write(collector.report, on: console) }
    guard let thrown else { return try result.get() }
    // What has ended the command decides its status; that a file is missing must be known, too.
    if case .failure(let problem) = result { console.fail(ErrorWords(problem)?.lines ?? []) }
    throw thrown
  }

  /// Of the files, one that cannot be written keeps no other from being written.
  private func write(_ report: Report, on console: Console) throws {
    if isForMachines { console.document(report.document(output, limit: maxBytes)) }
    var problems: [FileProblem] = []
    for (form, path) in files {
      let text = Console.secrets.redact(report.document(form, limit: maxBytes))
      do throws(FileProblem) {
        try LocalFile.write(text, to: path, as: .report, replacing: true)
      } catch {
        problems.append(error)
      }
    }
    if let problem = problems.first { throw problem }
  }
}
