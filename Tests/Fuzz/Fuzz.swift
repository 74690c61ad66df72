import ArgumentParser
import Foundation

/// Gives every reader of outside input what nobody would write, and sees that it comes back.
///
/// A trap ends the process; the same seed with `--trace` then tells the input. `make fuzz COUNT=1000000` is the long
/// way, the tests go the short one.
@main
struct Fuzz: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fedctl-fuzz",
    abstract: "Mutated inputs for each reader of fedctl.",
  )

  @Option(help: "How many inputs each reader gets.")
  var count = 10_000

  @Option(help: "What the inputs are drawn from; the same seed draws the same.")
  var seed: UInt64 = 1

  @Flag(
    help: "Tell the number of each input before it is read, and write it to the file `fuzz-input`."
  )
  var trace = false

  @Argument(help: "Only these readers.")
  var readers: [String] = []

  func run() async throws {
    let chosen = Reader.all.filter { readers.isEmpty || readers.contains($0.name) }
    guard !chosen.isEmpty else {
      throw ValidationError("Readers are \(Reader.all.map(\.name).joined(separator: ", ")).")
    }
    let reports = await withTaskGroup(of: Report.self) { group in
      for reader in chosen { group.addTask { await report(of: reader) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    for report in reports.sorted(by: { $0.reader < $1.reader }) { print(report.line) }
    if reports.contains(where: { !$0.failures.isEmpty }) { throw ExitCode.failure }
  }

  /// Every input of one reader, one after the other.
  private func report(of reader: Reader) async -> Report {
    var report = Report(reader: reader.name)
    var mutator = Mutator(seeds: reader.seeds, words: reader.words, random: Xorshift(seed: seed))
    for number in 0..<count {
      let input = mutator.next()
      if trace {
        try? Data(input).write(to: URL(filePath: "fuzz-input"))
        print(reader.name, number)
      }
      let start = ContinuousClock.now
      report.note(await reader.read(input), number, after: start.duration(to: .now))
    }
    return report
  }
}

/// What came of the inputs of one reader.
struct Report: Sendable {
  let reader: String
  private(set) var read = 0
  private(set) var taken = 0
  private(set) var time = Duration.zero
  private var slowest = (time: Duration.zero, number: 0)
  /// Numbers of the first inputs of which something was wrong, whatever was read of them.
  private(set) var failures: [Int] = []

  init(reader: String) { self.reader = reader }

  /// Notes what came of an input.
  mutating func note(_ outcome: Reader.Outcome, _ number: Int, after time: Duration) {
    read += 1
    self.time += time
    if time > slowest.time { slowest = (time, number) }
    switch outcome {
    case .taken: taken += 1
    case .refused: break
    case .wrong: if failures.count < 10 { failures.append(number) }
    }
  }

  var line: String {
    let end =
      failures.isEmpty ? "" : "; WRONG: \(failures.map(String.init).joined(separator: ", "))"
    let slow = "slowest \(slowest.time / .milliseconds(1)) ms (\(slowest.number))"
    return "\(reader): \(read) inputs, \(taken) taken, \(time.components.seconds) s, \(slow)\(end)"
  }
}
