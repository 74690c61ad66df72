import Foundation
import Operate
import Testing

/// Nothing is written outside of the folder that a person has named.
@Suite final class OutputFolderTests: Sendable {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  private var inside: URL { folder.appending(path: "out/hub") }
  private var outside: URL { folder.appending(path: "precious") }

  init() throws {
    try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
    try Data("precious".utf8).write(to: outside)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ text: String = "new", isPrivate: Bool = false) throws {
    let output = OutputFolder(folder.appending(path: "out").path)
    try output.write(text, named: "a.yaml", in: "hub", isPrivate: isPrivate)
  }

  private func content(_ file: URL) throws -> String {
    try String(contentsOf: file, encoding: .utf8)
  }

  @Test func `a link in a file's place gives way, and what it leads to stays`() throws {
    let file = inside.appending(path: "a.yaml")
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: outside)
    try write()
    #expect(try content(outside) == "precious")
    #expect(try content(file) == "new")
  }

  @Test func `a second name of another file is no way to it either`() throws {
    try FileManager.default.linkItem(at: outside, to: inside.appending(path: "a.yaml"))
    try write()
    #expect(try content(outside) == "precious")
  }

  @Test func `a link in a folder's place is not followed`() throws {
    let elsewhere = folder.appending(path: "elsewhere")
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    try FileManager.default.removeItem(at: inside)
    try FileManager.default.createSymbolicLink(at: inside, withDestinationURL: elsewhere)
    #expect(throws: FileProblem.self) { try write() }
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path).isEmpty)
  }

  @Test func `what is private is so from the beginning, whatever stood there`() throws {
    let file = inside.appending(path: "a.yaml")
    try Data("old".utf8).write(to: file)
    try write(isPrivate: true)
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }
}
