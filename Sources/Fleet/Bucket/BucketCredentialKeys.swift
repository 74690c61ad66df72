import JSON

extension Record {
  static let bucketCredentials = Record(
    noun: "the bucket's credentials",
    keys: [
      Key("fromEnvironment", .flag, .optional, "fedctl's own environment, as AWS tools read it."),
      Key("profile", .text(.nonEmpty), .optional, "A profile of the shared AWS credentials file."),
      Key(
        "file",
        .text(.nonEmpty),
        .optional,
        "A file like the shared AWS credentials file, relative to the fleet file's folder.",
      ),
      Key(
        "existingSecret",
        .record(existingSecret),
        .optional,
        """
        A Secret in the fleet's namespace, wherever the bucket is used: with a whole objstore \
        configuration (`key`), or with the two keys (`accessKeyEntry`, `secretKeyEntry`).
        """,
        example: ["name": "our-secret", "key": "objstore.yml"],
      ),
      Key(
        "externalSecret",
        .record(externalSecret),
        .optional,
        """
        What the External Secrets Operator reads the keys from, wherever the bucket is used: \
        fedctl makes an ExternalSecret and waits for it.
        """,
      ),
      Key(
        "iamRole",
        .text(.roleARN),
        .optional,
        """
        The IAM role that EKS gives to the hub's pods (IRSA), and to those of clusters that have no \
        `iamRole` of their own: no keys stand in any cluster. fedctl itself takes the \
        credentials that AWS' own tools would.
        """,
      ),
      Key(
        "podIdentity",
        .flag,
        .optional,
        """
        EKS Pod Identity gives the pods roles, by associations that are made in AWS before apply: no \
        keys stand in any cluster.
        """,
      ),
      Key(
        "nodeRole",
        .flag,
        .optional,
        """
        The role of the nodes, which every pod on them may use: no keys stand in any cluster. The hop \
        limit of the nodes' metadata service must be 2 or more.
        """,
      ),
    ],
    secrets: .referred,
    choice: .exactlyOne,
  )

  private static let existingSecret = Record(
    noun: "a reference to a Secret",
    keys: [
      Key("name", .text(.dottedName), .required, "The Secret's name."),
      Key(
        "key",
        .text(.nonEmpty),
        .optional,
        "The key whose value is a whole objstore configuration.",
      ),
      Key(
        "accessKeyEntry",
        .text(.secretEntry),
        .optional,
        "In place of `key`: the key whose value is the access key's id.",
        example: "AWS_ACCESS_KEY_ID",
      ),
      Key(
        "secretKeyEntry",
        .text(.secretEntry),
        .optional,
        "Beside `accessKeyEntry`: the key whose value is the secret key.",
        example: "AWS_SECRET_ACCESS_KEY",
      ),
    ],
    secrets: .referred,
  )

  private static let externalSecret = Record(
    noun: "an external secret",
    keys: [
      Key(
        "store",
        .text(.dottedName),
        .required,
        "The name of the store, which is there already.",
        example: "our-store",
      ),
      Key(
        "kind",
        .choice(["ClusterSecretStore", "SecretStore"]),
        .standard("ClusterSecretStore"),
        "The store's kind; a SecretStore is in the fleet's namespace.",
      ),
      Key(
        "refreshInterval",
        .text(.duration(from: "0s", example: "1h")),
        .standard("1h"),
        "How often the keys are read again; never with `0s`. Pods take new keys when they start.",
      ),
      Key(
        "remoteKey",
        .text(.nonEmpty),
        .required,
        "What the store calls the secret that holds both keys.",
        example: "metrics/bucket",
      ),
      Key(
        "accessKeyProperty",
        .text(.secretEntry),
        .standard("AWS_ACCESS_KEY_ID"),
        "The property of that secret that is the access key's id.",
      ),
      Key(
        "secretKeyProperty",
        .text(.secretEntry),
        .standard("AWS_SECRET_ACCESS_KEY"),
        "The property of that secret that is the secret key.",
      ),
    ],
    secrets: .referred,
  )
}
