import Diagnostics
import Facts
import Fleet

extension IncludeProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    Diagnostic(.error, "cannot be included", detail: detail, remedy: remedy)
  }

  /// What is there, and why it cannot stay.
  private var detail: String {
    switch self {
    case .unreadable(let path, let cause): "`\(path)`: \(cause.words)"
    case .noKeys(let path): "`\(path)` has no keys of a fleet file."
    case .cycle(let files):
      "The files include each other: \(files.map { "`\($0)`" }.joined(separator: ", then "))."
    case .tooDeep(let limit): "More than \(limit) files are within each other."
    case .tooMany(let limit): "More than \(limit) files are included."
    case .tooLarge(let limit):
      "The fleet file and all that it includes have more than \(limit) bytes, which no fleet needs."
    }
  }

  /// What to write instead.
  private var remedy: String {
    switch self {
    case .unreadable: "Name it in `include` as it is from the folder of the file that includes it."
    case .noKeys: "Write keys as they stand in a fleet file into it, or leave it out."
    case .cycle: "Leave it out of one of them."
    case .tooDeep, .tooMany: "Include fewer files with more in each."
    case .tooLarge: "Check that these are the files you meant."
    }
  }
}

extension IncludeProblem.Cause {
  /// What the system says, as a sentence.
  fileprivate var words: String {
    switch self {
    case .missing: "There is no such file."
    case .isFolder: "It is a folder."
    case .forbidden: "The permission is missing."
    case .other(let words): "\(words)."
    }
  }
}

extension VariableProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .unset(let name):
      Diagnostic(
        .error,
        "variable not set",
        detail: "The variable `\(name)` is not set, or it is empty.",
        remedy: "Set it where fedctl runs, or write the value into the file.",
      )
    case .secret(let name):
      Diagnostic(
        .error,
        "secret in the file",
        detail:
          "By its name the variable `\(name)` holds a secret, and plans and reports show what stands here.",
        remedy: "Name a variable that holds no secret.",
      )
    }
  }
}

/// A line, as it follows on `in`; its file is named where that is another than the one the problem is in.
func lineWords(_ line: Int, of file: String?) -> String {
  "line \(line)" + (file.map { " of `\($0)`" } ?? "")
}

/// The line of a place, as seen from a file.
func lineWords(_ mark: SourceMark, in file: String) -> String {
  lineWords(mark.line, of: mark.file == file ? nil : mark.file)
}
