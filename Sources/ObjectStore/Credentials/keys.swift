extension CredentialSearch {
  /// nil where none of the variables is set.
  func environmentKeys() throws(CredentialSourceError) -> S3Credentials? {
    let names = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"]
    let values = names.reduce(into: [:]) { $0[$1] = variable($1.uppercased()) }
    return try keys(values, place: CredentialSource.environment.place)
  }

  /// nil where the profile holds no keys of its own.
  func keys(of profile: AWSProfile) throws(CredentialSourceError) -> S3Credentials? {
    let place = CredentialSource.keys(profile: profile.name).place
    let names = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"]
    let values = names.reduce(into: [:]) { $0[$1] = profile[$1] }
    if let found = try keys(values, place: place) { return found }
    guard profile["sso_session"] != nil || profile["sso_start_url"] != nil else { return nil }
    throw .unsupported(place, .singleSignOn)
  }

  /// nil where there is nothing; half a pair is an error, for another source's half never fits.
  func keys(
    _ values: [String: String],
    place: CredentialPlace,
  ) throws(CredentialSourceError) -> S3Credentials? {
    func value(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }
    switch (value("aws_access_key_id"), value("aws_secret_access_key")) {
    case (let id?, let key?):
      return S3Credentials(
        accessKeyID: id,
        secretAccessKey: key,
        sessionToken: value("aws_session_token"),
        source: place,
      )
    case (nil, nil): return nil
    case (_?, nil): throw .incomplete(place, missing: .secretAccessKey)
    case (nil, _?): throw .incomplete(place, missing: .accessKeyID)
    }
  }
}
