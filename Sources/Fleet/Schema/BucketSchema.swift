import JSON

extension Record {
  static let bucket = Record(
    noun: "the bucket",
    keys: [
      Key("name", .text(.bucketName), .required, "Its name.", starter: .set("my-metrics")),
      Key(
        "region",
        .text(.region),
        .optional,
        "Its region. Needed on AWS; `us-east-1` elsewhere.",
        starter: .set("us-east-2"),
      ),
      Key(
        "endpoint",
        .text(.endpoint),
        .optional,
        "Host, or host:port, of any S3. AWS in the bucket's region without it.",
        starter: .commentedOut("minio.example.com:9000"),
      ),
      Key(
        "prefix",
        .text(.keyPrefix),
        .optional,
        "A prefix that all keys share.",
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
        "credentials",
        .record(credentials),
        .standard(["fromEnvironment": true]),
        """
        Where the keys come from: {fromEnvironment: true} reads AWS_ACCESS_KEY_ID and \
        AWS_SECRET_ACCESS_KEY; {profile: NAME}, {file: PATH} and \
        {existingSecret: {name: NAME, key: KEY}} are the others.
        """,
        starter: .set(["fromEnvironment": true]),
      ),
    ],
    secrets: .referred,
  )

  private static let credentials = Record(
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
        "A Secret on the hub, in the fleet's namespace, that holds a whole objstore configuration.",
      ),
    ],
    secrets: .referred,
    choice: .exactlyOne,
  )

  private static let existingSecret = Record(
    noun: "a reference to a Secret",
    keys: [
      Key("name", .text(.dottedName), .required, "The Secret's name."),
      Key("key", .text(.nonEmpty), .required, "The key in its data."),
    ],
    secrets: .referred,
  )
}
