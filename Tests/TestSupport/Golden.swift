import Foundation

/// What a text has other than the golden file at a path below the `Golden` folder beside the test's
/// file, as `diff -u`; nil where they are the same.
///
/// With FEDCTL_RECORD=1 the file is written instead, and that is told in place of a difference, so
/// that nobody takes a recording for a pass.
package func differenceFromGolden(
  _ text: String,
  at path: String,
  besideFile testFile: String = #filePath,
) throws -> String? {
  let file = goldenFolder(besideFile: testFile).appending(path: path)
  if ProcessInfo.processInfo.environment["FEDCTL_RECORD"] == "1" {
    try record(text, in: file)
    return "recorded \(path)"
  }
  let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  guard expected != text else { return nil }
  return "\(path) differs:\n\(unifiedDifference(from: expected, to: text))"
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
