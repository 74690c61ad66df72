import Fleet
import JSON

extension ClientAccess {
  /// The members of an operator's resource that say how a server is spoken to.
  var json: JSON {
    JSON.fields(["tlsConfig": tls?.json]).merging(credential?.json ?? [:])
  }
}

extension ClientTLS {
  fileprivate var json: JSON {
    .fields([
      "ca": authority?.json,
      "cert": certificate.map { ["secret": SecretKey(name: $0, key: "tls.crt").json] },
      "keySecret": certificate.map { SecretKey(name: $0, key: "tls.key").json },
      "serverName": serverName.map(JSON.string),
      "insecureSkipVerify": skipsVerification ? true : nil,
    ])
  }
}

extension ClientAuthority {
  fileprivate var json: JSON {
    switch self {
    case .secret(let key): ["secret": key.json]
    case .configMap(let key): ["configMap": key.json]
    }
  }
}

extension ClientCredential {
  fileprivate var json: JSON {
    switch self {
    case .authorization(let type, let key):
      ["authorization": ["type": .string(type), "credentials": key.json]]
    case .basic(let user, let password):
      ["basicAuth": ["username": user.json, "password": password.json]]
    }
  }
}

extension SecretKey {
  var json: JSON { ["name": .string(name), "key": .string(key)] }
}
