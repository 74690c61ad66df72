import JSON

/// The numbers in a workload's status: none is negative, and some are no more than others.
struct StatusCounts: Sendable {
  /// In the order of the server's look.
  private let all: [String]
  /// Those that are at most `replicas`.
  private let parts: [String]
  /// How the server says that more are available than ready; nil where it does not look.
  private let availableWords: String?
  /// Whether the kind counts the names that were taken already, which never become fewer.
  private let countsCollisions: Bool

  init(
    _ all: [String],
    atMostReplicas parts: [String] = [],
    availableWords: String? = nil,
    countsCollisions: Bool = false,
  ) {
    (self.all, self.parts) = (all, parts)
    (self.availableWords, self.countsCollisions) = (availableWords, countsCollisions)
  }

  /// Looks at the status of an object, which had another before.
  @Sendable func check(_ object: Place, _ live: Place, _ problems: inout Problems) {
    let status = object["status"]
    for key in all { problems.notNegative(status[key]) }
    let replicas = status["replicas"].number ?? 0
    for key in parts where status[key].number ?? 0 > replicas {
      refuse(status[key], "cannot be greater than status.replicas", &problems)
    }
    let available = status["availableReplicas"]
    if let availableWords, available.number ?? 0 > status["readyReplicas"].number ?? 0 {
      refuse(available, availableWords, &problems)
    }
    let (collisions, before) = (status["collisionCount"], live["status"]["collisionCount"])
    if countsCollisions, let before = before.number, collisions.number ?? 0 < before {
      refuse(collisions, "cannot be decremented", &problems)
    }
  }

  /// A number that is missing is 0.
  private func refuse(_ place: Place, _ why: String, _ problems: inout Problems) {
    problems.invalid(place, why, showing: place.value ?? 0)
  }
}

let deploymentStatus = StatusCounts(
  [
    "observedGeneration", "replicas", "updatedReplicas", "readyReplicas", "availableReplicas",
    "unavailableReplicas", "terminatingReplicas", "collisionCount",
  ],
  atMostReplicas: ["updatedReplicas", "readyReplicas", "availableReplicas"],
  availableWords: "cannot be greater than readyReplicas",
  countsCollisions: true,
)

let statefulSetStatus = StatusCounts(
  [
    "replicas", "readyReplicas", "currentReplicas", "updatedReplicas", "availableReplicas",
    "observedGeneration", "collisionCount",
  ],
  atMostReplicas: ["readyReplicas", "currentReplicas", "updatedReplicas", "availableReplicas"],
  availableWords: "cannot be greater than status.readyReplicas",
  countsCollisions: true,
)

let daemonSetStatus = StatusCounts(
  [
    "currentNumberScheduled", "numberMisscheduled", "desiredNumberScheduled", "numberReady",
    "observedGeneration", "updatedNumberScheduled", "numberAvailable", "numberUnavailable",
    "collisionCount",
  ],
  countsCollisions: true,
)

let replicaSetStatus = StatusCounts(
  [
    "replicas", "fullyLabeledReplicas", "readyReplicas", "availableReplicas", "observedGeneration",
    "terminatingReplicas",
  ],
  atMostReplicas: ["fullyLabeledReplicas", "readyReplicas", "availableReplicas"],
  availableWords: "cannot be greater than readyReplicas",
)
