import Testing

@testable import fedctl

@Suite struct BuildMarkTests {
  @Test func `a build of a commit tells which and of what day`() throws {
    let commit = "7caa3aa2f1c3d4e5f60718293a4b5c6d7e8f9012"
    let mark = try #require(BuildMark("\(commit) 2026-11-27"))
    #expect(VersionWords.line("0.1.0", mark) == "fedctl 0.1.0 (commit 7caa3aa2f1c3 of 2026-11-27)")
  }

  @Test(arguments: ["$" + "Format:%H %cs$", "", "7caa3aa 2026-11-27", "2026-11-27"])
  func `what git has not filled in is no mark`(text: String) {
    #expect(BuildMark(text) == nil)
  }
}
