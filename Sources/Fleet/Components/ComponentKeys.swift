import JSON

extension Record {
  /// The keys of a workload, with the values of those that are left out.
  ///
  /// - `image`: nil where it follows from another key.
  /// - `disk`: nil for a workload that keeps nothing.
  /// - `keepsUnasked`: whether it has a disk without being told.
  /// - `replicas`: how many are possible, and why no others are; `pods` is how many it is unless set.
  /// - `tolerations`: the taints that it puts up with unless the file says which.
  /// - `owned`: flags that the rest of the fleet depends on, without dashes.
  /// - `further`: keys of this workload alone.
  /// - `runsEverywhere`: whether it has a pod on every node.
  static func component(
    _ noun: String,
    image: String?,
    cpu: String,
    memory: String,
    disk: String? = nil,
    keepsUnasked: Bool = true,
    replicas: (allowed: ClosedRange<Int>, reason: CountReason) = (1...16, .plenty),
    pods: Int64 = 1,
    tolerations: [JSON] = [],
    owned: [String] = [],
    further: [Key] = [],
    runsEverywhere: Bool = false,
  ) -> Record {
    var keys = further
    keys += [
      .image(image),
      Key(
        "replicas",
        .count(replicas.allowed, because: replicas.reason),
        .standard(.integer(pods)),
        "How many pods run.",
      ),
      .resources(cpu: cpu, memory: memory),
    ]
    if let disk {
      let storage = Record.storage(size: disk)
      let presence: Key.Presence = keepsUnasked ? .standard([:]) : .optional
      keys.append(Key("storage", .record(storage), presence, "The volume of each pod."))
    }
    keys += placement(tolerations)
    keys.append(.extraArguments(owned: owned))
    return Record(noun: noun, keys: keys, runsEverywhere: runsEverywhere)
  }

  fileprivate static func resources(cpu: String, memory: String) -> Record {
    Record(
      noun: "resources",
      keys: [
        Key(
          "requests",
          amounts,
          .standard(["cpu": .string(cpu), "memory": .string(memory)]),
          "What the scheduler sets aside, by resource.",
        ),
        Key("limits", amounts, .standard([:]), "What may be used at most, by resource."),
      ],
    )
  }

  private static let amounts = Shape.map(keys: .labelKey, values: .quantity)

  /// A volume claim for each pod.
  private static func storage(size: String) -> Record {
    Record(
      noun: "storage",
      keys: [
        Key("size", .text(.size), .standard(.string(size)), "How much it holds."),
        Key(
          "storageClassName",
          .text(.dottedName),
          .optional,
          "The storage class; the cluster's default without it.",
          formerly: "storageClass",
        ),
      ],
    )
  }

  /// Where pods may run.
  static func placement(_ tolerations: [JSON]) -> [Key] {
    [
      Key(
        "nodeSelector",
        .map(keys: .labelKey, values: .labelValue),
        .standard([:]),
        "Labels of the nodes it may run on.",
      ),
      Key(
        "tolerations",
        .list(of: .record(toleration)),
        .standard(.array(tolerations)),
        "Taints it puts up with, as Kubernetes writes them.",
      ),
      Key(
        "affinity",
        .anything,
        .optional,
        """
        Which nodes and pods it wants to be with or away from, as Kubernetes writes it; several pods \
        of one part are spread over nodes and zones without it.
        """,
      ),
      Key(
        "priorityClass",
        .text(.dottedName),
        .optional,
        "The PriorityClass of its pods: who gives way when nodes are full.",
      ),
      Key(
        "spread",
        .choice(PodSpread.allCases.map(\.rawValue)),
        .optional,
        """
        Whether several pods of one part are on different nodes and zones: as far as there are some \
        (`preferred`, the usual), on different nodes at any rate (`required`, as of receive's copies), or not (`none`).
        """,
        example: "required",
      ),
    ]
  }

  private static let toleration = Record(
    noun: "a toleration",
    keys: [
      Key("key", .text(.labelKey), .optional, "The taint's key; every key without it."),
      Key("operator", .choice(["Exists", "Equal"]), .optional, "How it compares."),
      Key("value", .text(.labelValue), .optional, "The taint's value, for `Equal`."),
      Key(
        "effect",
        .choice(["NoSchedule", "PreferNoSchedule", "NoExecute"]),
        .optional,
        "The taint's effect; every effect without it.",
      ),
      Key(
        "tolerationSeconds",
        .count(0...Int(Int32.max), because: .seconds),
        .optional,
        "How long, for `NoExecute`.",
      ),
    ],
  )
}

extension Key {
  /// - `standard`: nil where it follows from another key.
  static func image(_ standard: String?) -> Key {
    Key(
      "image",
      .text(.image),
      standard.map { .standard(.string($0)) } ?? .optional,
      "The image, with a tag or a digest.",
    )
  }

  static func resources(cpu: String, memory: String) -> Key {
    Key(
      "resources",
      .record(.resources(cpu: cpu, memory: memory)),
      .standard([:]),
      "What a pod asks for and may use.",
    )
  }

  /// - `owned`: flags that the rest of the fleet depends on, without dashes.
  static func extraArguments(owned: [String]) -> Key {
    Key(
      "extraArgs",
      .list(of: .text(.argument(owned: owned))),
      .standard([]),
      "Flags put after fedctl's own.",
    )
  }
}
