import Facts

extension Answerer? {
  /// Behind what was answered, with the address that was asked; nothing where it is not known who did.
  var clause: String {
    guard let self else { return "" }
    let program = self.program.map { "\($0) at " } ?? ""
    return " (\(program)\(self.url)\(self.way))"
  }

  /// The same behind a sentence that names the address already.
  var shortClause: String {
    guard let self, self.program != nil || self.location != nil else { return "" }
    return " (\(self.program ?? "an answer")\(self.way))"
  }
}

extension Answerer {
  /// Where it sends whoever asks; login pages stand behind such.
  fileprivate var way: String { location.map { ", which leads to \($0)" } ?? "" }
}
