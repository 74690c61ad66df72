import Facts
import JSON
import Programs

extension CredentialSearch {
  /// What a profile's program prints.
  func process(_ name: String) async throws(CredentialSourceError) -> S3Credentials? {
    guard let line = profile(name)["credential_process"] else { return nil }
    let place = CredentialPlace.process(profile: name)
    let words = shellWords(line)
    guard let command = words.first else { return nil }
    let lines = ErrorLines { [tell] in tell(ProgramNews(command: command, line: $0)) }
    defer { lines.end() }
    let child = ChildProcess(
      command: command,
      arguments: Array(words.dropFirst()),
      environment: environment,
      timeLimit: programTimeLimit,
      onErrors: lines.append,
    )
    switch await child.run() {
    case .ended(status: 0, let output, _):
      guard let answer = try? JSON(parsing: output), answer["Version"] == 1 else {
        throw .failed(place, .outputUnreadable)
      }
      return try S3Credentials(in: answer, tokenKey: "SessionToken", place: place)
    case .ended(let status, _, _):
      throw .failed(place, .programFailed(command, status: status))
    case .notStarted: throw .failed(place, .programNotStarted(command))
    case .stopped(.saidTooMuch): throw .failed(place, .programSaidTooMuch(command))
    case .stopped(.tookTooLong): throw .failed(place, .programSilent(command))
    case .stopped(.cancelled): throw .failed(place, .cancelled)
    }
  }
}
