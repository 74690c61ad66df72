import Fleet
import JSON

/// How a server is spoken to, in the words of each program that does; secrets by the names of files alone.
extension ClientAccess {
  /// In those of Prometheus' own configuration.
  func configuration(_ files: AccessFiles) -> JSON {
    let credential: JSON =
      switch credential {
      case .authorization(let type, let key)?:
        [
          "authorization": [
            "type": .string(type), "credentials_file": .string(files.path(key)),
          ]
        ]
      case .basic(let user, let password)?:
        [
          "basic_auth": [
            "username_file": .string(files.path(user)),
            "password_file": .string(files.path(password)),
          ]
        ]
      case nil: [:]
      }
    return credential.merging(.fields(["tls_config": tls?.configuration(files)]))
  }

  /// In those of Thanos, which has neither `authorization` nor `username_file`.
  ///
  /// - `user`: the variable of the container that holds the user's name.
  func thanosConfiguration(user: String) -> JSON? {
    let files = AccessVolume.ofAlerts.files
    let credential: JSON =
      switch credential {
      case .authorization(_, let key)?: ["bearer_token_file": .string(files.path(key))]
      case .basic(_, let password)?:
        [
          "basic_auth": [
            "username": .string("$(\(user))"), "password_file": .string(files.path(password)),
          ]
        ]
      case nil: [:]
      }
    let whole = credential.merging(.fields(["tls_config": tls?.configuration(files)]))
    return whole == [:] ? nil : whole
  }

  /// In those of OpenShift's monitoring, which reads Secrets of its own namespaces.
  var platformConfiguration: JSON {
    var token: JSON?
    if case .authorization(_, let key)? = credential { token = key.json }
    return .fields(["bearerToken": token, "tlsConfig": tls?.platformConfiguration])
  }
}

extension ClientTLS {
  fileprivate func configuration(_ files: AccessFiles) -> JSON {
    .fields([
      "ca_file": authority.map { .string(files.path($0)) },
      "cert_file": certificate.map { .string(files.path(SecretKey(certificateOf: $0))) },
      "key_file": certificate.map { .string(files.path(SecretKey(keyOf: $0))) },
      "server_name": serverName.map(JSON.string),
      "insecure_skip_verify": skipsVerification ? true : nil,
    ])
  }

  fileprivate var platformConfiguration: JSON {
    var known: JSON?
    if case .secret(let key)? = authority { known = key.json }
    return .fields([
      "ca": known,
      "cert": certificate.map { SecretKey(certificateOf: $0).json },
      "key": certificate.map { SecretKey(keyOf: $0).json },
      "serverName": serverName.map(JSON.string),
      "insecureSkipVerify": skipsVerification ? true : nil,
    ])
  }
}
