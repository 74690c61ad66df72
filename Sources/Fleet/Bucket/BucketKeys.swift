import JSON

extension Record {
  static let bucket = Record(
    noun: "the bucket",
    keys: [
      Key(
        "name",
        .text(.bucketName),
        .required,
        "The bucket's name.",
        starter: .set("my-metrics"),
        takesVariables: true,
      ),
      Key(
        "region",
        .text(.region),
        .optional,
        "Its region. Needed on AWS; `us-east-1` elsewhere.",
        starter: .set("us-east-2"),
        takesVariables: true,
      ),
      Key(
        "endpoint",
        .text(.endpoint),
        .optional,
        "Host, or host:port, of any S3. AWS in the bucket's region without it.",
        starter: .commentedOut("minio.example.com:9000"),
        takesVariables: true,
      ),
      Key(
        "prefix",
        .text(.keyPrefix),
        .optional,
        "What all keys begin with, so that fleets can share a bucket.",
        starter: .commentedOut("edge"),
      ),
      Key(
        "insecure",
        .flag,
        .standard(false),
        "Plain HTTP instead of TLS.",
        starter: .commentedOut(false),
      ),
      Key(
        "bucketLookupType",
        .choice(["auto", "path", "virtual-hosted"]),
        .standard("auto"),
        "Whether the bucket is named in the host or in the path; auto is the host on AWS only.",
        starter: .commentedOut("path"),
        formerly: "addressing",
      ),
      Key(
        "caFile",
        .text(.nonEmpty),
        .optional,
        "A PEM file with the authorities to trust, relative to the fleet file's folder.",
        starter: .commentedOut("bucket-ca.pem"),
      ),
      Key(
        "encryption",
        .record(encryption),
        .optional,
        "How the server encrypts what Thanos writes, where the bucket's own setting will not do.",
      ),
      Key(
        "create",
        .flag,
        .standard(false),
        "Make the bucket where it is missing: private, encrypted and tagged with the fleet's name.",
        starter: .commentedOut(true),
      ),
      Key(
        "check",
        .flag,
        .standard(true),
        """
        Look at the bucket before anything is applied. Only a bucket that this machine cannot reach, \
        as one inside the hub, needs false.
        """,
      ),
      Key(
        "owner",
        .text(.accountID),
        .optional,
        "The AWS account that must own the bucket; requests to another's are refused.",
      ),
      Key(
        "credentials",
        .record(.bucketCredentials),
        .standard(["fromEnvironment": true]),
        """
        Where the keys come from: {fromEnvironment: true} reads AWS_ACCESS_KEY_ID and \
        AWS_SECRET_ACCESS_KEY; {profile: NAME}, {file: PATH}, {iamRole: ARN}, {podIdentity: true}, \
        {nodeRole: true}, {existingSecret: {name: NAME, key: KEY}} and {externalSecret: …} are the others.
        """,
        starter: .set(["fromEnvironment": true]),
      ),
    ],
    secrets: .referred,
  )

  private static let encryption = Record(
    noun: "the bucket's encryption",
    keys: [
      Key(
        "type",
        .choice(["SSE-S3", "SSE-KMS"]),
        .required,
        "SSE-S3 uses keys that the store manages, SSE-KMS a key of the key management service.",
      ),
      Key("kmsKeyID", .text(.nonEmpty), .optional, "The key of SSE-KMS: its id or ARN."),
    ],
    secrets: .referred,
  )
}
