/// A person's leave to go on: the answer that is asked for, or the flag that stands for it.
struct Approval: Sendable {
  enum Question: Sendable {
    case apply
    case teardown(fleet: String)
    case purge(bucket: String)
  }

  enum Refusal: Error {
    /// There is nobody to ask.
    case noTerminal(Question)
    case declined
  }

  let yes: Bool
  let question: Question
  let console: Console

  func ask() throws(Refusal) {
    if yes { return }
    guard console.isInteractive else { throw .noTerminal(question) }
    console.prompt(question.text)
    guard readLine() == question.answer else { throw .declined }
  }
}

extension Approval.Question {
  fileprivate var text: String {
    switch self {
    case .apply: "Do you want to apply this plan? Only `yes` is accepted: "
    case .teardown: "This deletes what the plan shows. Type the fleet's name to go on: "
    case .purge:
      "This deletes the metrics in the bucket for ever. Type the bucket's name to go on: "
    }
  }

  /// The more there is to lose, the less it can be typed without thought.
  fileprivate var answer: String {
    switch self {
    case .apply: "yes"
    case .teardown(let fleet): fleet
    case .purge(let bucket): bucket
    }
  }

  /// What to do where nobody can be asked.
  var remedy: String {
    switch self {
    case .apply: "Read the plan, then apply it with --yes."
    case .teardown: "Read the plan, then run it again with --yes."
    case .purge(let bucket): "Run it again with --yes and --confirm-bucket \(bucket)."
    }
  }
}
