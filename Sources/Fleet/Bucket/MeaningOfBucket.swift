import JSON

extension Bucket {
  /// A bucket, with AWS' own endpoint where none is named.
  init(_ section: Section) throws(SchemaGap) {
    let region = section.optionalText("region") ?? "us-east-1"
    self.init(
      name: try section.text("name"),
      region: region,
      endpoint: section.optionalText("endpoint") ?? "s3.\(region).amazonaws.com",
      prefix: section.optionalText("prefix"),
      isInsecure: try section.flag("insecure"),
      lookupType: section.optionalText("bucketLookupType").flatMap(BucketLookupType.init)
        ?? .automatic,
      authorityFile: section.optionalText("caFile"),
      encryption: try section.optionalSection("encryption").map(BucketEncryption.init),
      owner: section.optionalText("owner"),
      isCreated: try section.flag("create"),
      isChecked: try section.flag("check"),
      credentials: try BucketCredentials(section.section("credentials")),
    )
  }
}

extension BucketEncryption {
  /// The key where one is named, else the vendor's own.
  fileprivate init(_ section: Section) throws(SchemaGap) {
    self = section.optionalText("kmsKeyID").map(BucketEncryption.kms) ?? .managed
  }
}

extension BucketCredentials {
  /// The first of the choices that is set; the check allows one.
  fileprivate init(_ section: Section) throws(SchemaGap) {
    self =
      if let profile = section.optionalText("profile") {
        .profile(profile)
      } else if let file = section.optionalText("file") {
        .file(file)
      } else if let secret = section.optionalSection("existingSecret") {
        try Self.inSecret(secret)
      } else if let external = section.optionalSection("externalSecret") {
        .externalSecret(try ExternalBucketKeys(external))
      } else if let role = section.optionalText("iamRole") {
        .iamRole(role)
      } else if section.members["podIdentity"] == true {
        .podIdentity
      } else if section.members["nodeRole"] == true {
        .nodeRole
      } else {
        .environment
      }
  }

  /// A whole configuration where one is named, else the two keys.
  private static func inSecret(_ section: Section) throws(SchemaGap) -> BucketCredentials {
    let name = try section.text("name")
    if let key = section.optionalText("key") { return .existingSecret(name: name, key: key) }
    let keys = BucketKeysInSecret(
      secret: name,
      accessKey: try section.text("accessKeyEntry"),
      secretKey: try section.text("secretKeyEntry"),
    )
    return .keysInSecret(keys)
  }
}

extension ExternalBucketKeys {
  fileprivate init(_ section: Section) throws(SchemaGap) {
    self.init(
      store: try section.text("store"),
      kind: try section.text("kind"),
      refreshSeconds: try section.seconds("refreshInterval"),
      remoteKey: try section.text("remoteKey"),
      accessKeyProperty: try section.text("accessKeyProperty"),
      secretKeyProperty: try section.text("secretKeyProperty"),
    )
  }
}
