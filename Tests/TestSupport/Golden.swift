import FoundationEssentials
package import Testing

/// Compares a text with the golden file at a path below the `Golden` folder beside the test's file.
///
/// With FEDCTL_RECORD=1 the file is written instead, and the test fails, so that nobody takes a
/// recording for a pass.
package func expectGolden(
  _ text: String,
  at path: String,
  besideFile testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation,
) throws {
  let file = goldenFolder(besideFile: testFile).appending(path: path)
  if ProcessInfo.processInfo.environment["FEDCTL_RECORD"] == "1" {
    try record(text, in: file)
    Issue.record("recorded \(path)", sourceLocation: sourceLocation)
    return
  }
  let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  guard expected != text else { return }
  let difference = unifiedDifference(from: expected, to: text)
  Issue.record("\(path) differs:\n\(difference)", sourceLocation: sourceLocation)
}

/// The paths of all golden files beside a test's file, sorted.
package func goldenPaths(besideFile testFile: String = #filePath) -> [String] {
  let root = goldenFolder(besideFile: testFile).path()
  let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
  return paths.filter { URL(filePath: $0).pathExtension != "" }.sorted()
}

private func goldenFolder(besideFile testFile: String) -> URL {
  URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden")
}

private func record(_ text: String, in file: URL) throws {
  try FileManager.default.createDirectory(
    at: file.deletingLastPathComponent(),
    withIntermediateDirectories: true,
  )
  try Data(text.utf8).write(to: file)
}
