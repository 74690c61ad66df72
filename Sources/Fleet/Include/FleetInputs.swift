/// What a fleet file takes from outside of its own text.
package struct FleetInputs: Sendable {
  /// Variables by name, of which the file may name some in place of values.
  package let environment: [String: String]
  /// The files that it may include.
  package let files: IncludedFiles

  package init(environment: [String: String] = [:], files: IncludedFiles = .none) {
    self.environment = environment
    self.files = files
  }
}

/// Where the files are that a fleet file includes.
package struct IncludedFiles: Sendable {
  /// The path of a file as another one names it, in a form that is the same for each way to name it.
  let path: @Sendable (_ name: String, _ includer: String) -> String
  /// The bytes of a file, or the first `limit` and one more.
  let read: @Sendable (_ path: String, _ limit: Int) -> Result<[UInt8], IncludeProblem.Cause>

  package init(
    path: @escaping @Sendable (_ name: String, _ includer: String) -> String,
    read:
      @escaping @Sendable (_ path: String, _ limit: Int) -> Result<[UInt8], IncludeProblem.Cause>,
  ) {
    self.path = path
    self.read = read
  }

  /// There are none.
  package static let none = IncludedFiles(
    path: { name, _ in name },
    read: { _, _ in .failure(.missing) },
  )
}
