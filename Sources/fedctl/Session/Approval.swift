/// A person's leave to go on: the word `yes`, or the flag that stands for it.
struct Approval: Sendable {
  enum Refusal: Error {
    /// There is nobody to ask.
    case noTerminal
    case declined
  }

  let yes: Bool
  let console: Console

  func ask() throws(Refusal) {
    if yes { return }
    guard console.isInteractive else { throw .noTerminal }
    console.prompt("Do you want to apply this plan? Only `yes` is accepted: ")
    guard readLine() == "yes" else { throw .declined }
  }
}
