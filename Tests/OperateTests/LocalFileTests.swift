import Foundation
import Testing

@testable import Operate

/// Folders of this machine.
@Suite struct LocalFileTests {
  private func cause(of path: String) -> FileProblem.Cause? {
    let problem = #expect(throws: FileProblem.self) {
      try LocalFile.names(in: path, as: .dashboard)
    }
    return problem?.cause
  }

  @Test func `a folder is listed in order, and why one cannot be is told as the system has it`()
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "folder-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["b", "a"] { try Data().write(to: folder.appending(path: name)) }
    #expect(try LocalFile.names(in: folder.path, as: .dashboard) == ["a", "b"])
    #expect(cause(of: folder.appending(path: "none").path) == .missing)
    #expect(cause(of: folder.appending(path: "a").path) == .other("Not a directory"))
  }
}
