import JSON
import Text
import YAML

extension Record {
  static let writeQueue = Record(
    noun: "a queue",
    keys: [
      number("capacity", WriteQueue.standard.capacity, "How many samples wait for each shard."),
      number("maxShards", WriteQueue.standard.maxShards, "The most requests at once."),
      number(
        "maxSamplesPerSend",
        WriteQueue.standard.maxSamplesPerSend,
        "The most samples of a request.",
      ),
      time(
        "batchSendDeadline",
        WriteQueue.standard.batchSendDeadline,
        "How long a sample waits for others to go with.",
      ),
      time(
        "minBackoff",
        WriteQueue.standard.minBackoff,
        "The wait after the first failure; each is twice the one before.",
      ),
      time("maxBackoff", WriteQueue.standard.maxBackoff, "The longest of these waits."),
    ],
    flaws: backoffs,
  )

  private static func number(_ name: String, _ standard: Int, _ documentation: String) -> Key {
    Key(
      name,
      .count(1...1_000_000, because: .millionIsPlenty),
      .standard(.integer(Int64(standard))),
      documentation,
    )
  }

  private static func time(_ name: String, _ standard: String, _ documentation: String) -> Key {
    Key(name, .text(.duration), .standard(.string(standard)), documentation)
  }

  /// The waits grow from the one to the other.
  private static func backoffs(_ queue: Node) -> [FleetProblem] {
    guard let least = queue["minBackoff"]?.scalar?.text, let most = queue["maxBackoff"],
      let text = most.scalar?.text, let shortest = PrometheusDuration(least),
      let longest = PrometheusDuration(text), longest < shortest
    else { return [] }
    return [FleetProblem(.remoteWrite(.backoff(least, limit: text)), at: most.mark)]
  }
}

extension Key {
  static let writeQueue = Key(
    "queue",
    .record(.writeQueue),
    .standard([:]),
    "How samples wait and are sent, by the names that Prometheus' operator has.",
    example: ["maxShards": 50],
  )
}
