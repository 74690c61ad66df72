import ObjectStore
import Testing

private let file = """
  # a comment
  [default]
  aws_access_key_id = DEFAULTID
  aws_secret_access_key=default/key+==
  [other]
  aws_access_key_id = OTHERID
  aws_secret_access_key = otherkey
  aws_session_token = token
  [half]
  aws_access_key_id = HALFID
  """

private func look(_ environment: [String: String]) throws(CredentialSourceError) -> S3Credentials {
  try CredentialSource.credentials(environment: environment) {
    $0 == "/home/me/.aws/credentials" ? file : nil
  }
}

@Test func `the environment comes first`() throws {
  let found = try look([
    "AWS_ACCESS_KEY_ID": "ENVID", "AWS_SECRET_ACCESS_KEY": "envkey", "HOME": "/home/me",
  ])
  #expect(found == S3Credentials(accessKeyID: "ENVID", secretAccessKey: "envkey"))
}

@Test func `a profile is a section of the shared file`() throws {
  let standard = try look(["HOME": "/home/me"])
  #expect(standard == S3Credentials(accessKeyID: "DEFAULTID", secretAccessKey: "default/key+=="))
  let other = try look(["HOME": "/home/me", "AWS_PROFILE": "other"])
  #expect(other.sessionToken == "token")
}

@Test func `half a key pair is an error and not a reason to look further`() {
  #expect(
    throws: CredentialSourceError.incomplete(
      place: "the environment",
      missing: "aws_secret_access_key",
    )
  ) {
    try look(["AWS_ACCESS_KEY_ID": "ENVID", "HOME": "/home/me"])
  }
}

@Test func `where nothing is found, the places are named`() {
  #expect(
    throws: CredentialSourceError.nothingFound([
      "the environment", "profile none of /home/me/.aws/credentials",
    ])
  ) {
    try look(["HOME": "/home/me", "AWS_PROFILE": "none"])
  }
}

@Test func `credentials show nothing of themselves`() {
  let secret = S3Credentials(accessKeyID: "ID", secretAccessKey: "hidden", sessionToken: "hidden")
  var dumped = ""
  dump(secret, to: &dumped)
  #expect(!"\(secret) \(String(reflecting: secret)) \(dumped)".contains("hidden"))
}
