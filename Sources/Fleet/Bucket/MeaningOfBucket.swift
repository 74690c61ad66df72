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
      addressing: section.optionalText("addressing").flatMap(BucketAddressing.init) ?? .automatic,
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
        .existingSecret(name: try secret.text("name"), key: try secret.text("key"))
      } else if let role = section.optionalText("iamRole") {
        .iamRole(role)
      } else {
        .environment
      }
  }
}
