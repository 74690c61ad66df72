import Diagnostics
import Facts
import Kubernetes
import Objects

extension ContactNews {
  /// Who is waited for and why, or that the wait is over; on one line.
  var words: String {
    "\(Printable.text(context)): \(kind.words(of: Printable.text(server)))"
  }
}

extension ContactNews.Kind {
  /// As it follows the context.
  fileprivate func words(of server: String) -> String {
    switch self {
    case .silent(let time):
      "waiting for \(server), which has not answered for \(time.components.seconds) s"
    case .failing(let reason, let limit):
      "waiting for \(server), for up to \(limit.components.seconds) s: \(reason.words)"
    case .unavailable(let status, let limit):
      """
      waiting for \(server), for up to \(limit.components.seconds) s: something in front of it answers \
      with HTTP status \(status)
      """
    case .back: "answers again"
    case .askedTwice(let account, let secret):
      """
      an answer with a token of \(account) may have been lost, so another token is asked for; \
      the lost one, which nobody has, ends with Secret \(secret) or at its time
      """
    }
  }
}

extension ProgramNews {
  /// The program, and what it says.
  var words: String { "\(Printable.text(command)) says: \(Printable.text(line))" }
}

extension APIWarning {
  /// The object, and the server's own sentence.
  var words: String { "\(object): \(Printable.text(text))" }
}
