/// A line that a program which gives credentials has written to standard error, for people.
package struct ProgramNews: Hashable, Sendable {
  /// The program, as the kubeconfig or the profile names it.
  package let command: String
  /// Without its end, cut where it is longer than anybody reads.
  package let line: String

  package init(command: String, line: String) {
    self.command = command
    self.line = line
  }
}
