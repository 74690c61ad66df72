package import JSON

/// A value that rendering cannot know: it stands in a manifest as a reference until it is looked up.
package enum PendingValue: Hashable, Sendable {
  case handOff(HandOff)
  case generated(GeneratedSecret)
  case credential(BucketCredential)
  case certificate(IssuedCertificate, IssuedCertificate.Part)
}

/// A value that one object has, once it is live, and another object needs.
package struct HandOff: Hashable, Sendable {
  /// Which field of the producer, or what is asked of it.
  package enum Field: Hashable, Sendable {
    /// The host of a Route's admitted `status.ingress[]` entry.
    case admittedHost
    /// The host name or address of a Service's load balancer, as a URL has it.
    case loadBalancerHost
    /// A key of a ConfigMap's or Secret's `data`, decoded.
    case data(key: String)
    /// A text anywhere in the object.
    case text(at: FieldPath)
    /// `metadata.uid`.
    case uid
    /// A token of the producing ServiceAccount, made by TokenRequest, bound to the Secret of the
    /// given name in the same namespace; the lifetime is in seconds.
    case boundToken(secret: String, lifetime: Int)
    /// When the token of the same producer expires, in RFC 3339.
    case boundTokenExpiry(secret: String, lifetime: Int)
  }

  /// The object that has the value, on its own cluster.
  package let producer: ObjectReference
  /// Where in it the value is.
  package let field: Field

  package init(from producer: ObjectReference, _ field: Field) {
    self.producer = producer
    self.field = field
  }
}

/// Random text that is made once and then kept: the live Secret's value wins over a new one.
package struct GeneratedSecret: Hashable, Sendable {
  /// The Secret that holds it.
  package let secret: ObjectReference
  /// The key of the Secret's data.
  package let key: String
  /// Letters and digits.
  package let length: Int

  package init(in secret: ObjectReference, key: String, length: Int) {
    self.secret = secret
    self.key = key
    self.length = length
  }
}

/// What the pods need to get at the bucket and only the operator's own machine has.
package enum BucketCredential: String, Hashable, Sendable, CaseIterable {
  case accessKeyID
  case secretAccessKey
  /// Empty where the credentials are not temporary.
  case sessionToken
  /// The authorities to trust, in PEM.
  case certificateAuthority
}

extension PendingValue {
  /// Whether the value must never be printed, logged or stored outside its cluster.
  package var isSecret: Bool {
    switch self {
    case .generated, .credential: true
    case .handOff(let handOff): handOff.isSecret
    case .certificate(_, let part): part == .privateKey
    }
  }

  /// What live objects must tell before the value can be known.
  package var handOffs: [HandOff] {
    switch self {
    case .handOff(let handOff): [handOff]
    case .certificate(let certificate, _): certificate.names
    case .generated, .credential: []
    }
  }
}

extension HandOff {
  package var isSecret: Bool {
    switch field {
    case .data: producer.kind == .secret
    case .boundToken: true
    case .admittedHost, .loadBalancerHost, .text, .uid, .boundTokenExpiry: false
    }
  }
}

extension HandOff: CustomStringConvertible {
  /// Where the value comes from, as `hub: Route thanos/thanos-receive status.ingress[].host`.
  package var description: String { "\(producer) \(field)" }
}

extension HandOff.Field: CustomStringConvertible {
  package var description: String {
    switch self {
    case .admittedHost: "status.ingress[].host"
    case .loadBalancerHost: "status.loadBalancer.ingress[0]"
    case .data(let key): "data[\"\(key)\"]"
    case .text(let path): path.description
    case .uid: "metadata.uid"
    case .boundToken(let secret, _): "token[\(secret)]"
    case .boundTokenExpiry(let secret, _): "token[\(secret)].expiry"
    }
  }
}

extension PendingValue: CustomStringConvertible {
  /// The place that the value has or will have, as identifiers alone.
  package var description: String {
    switch self {
    case .handOff(let handOff): handOff.description
    case .generated(let secret): "\(secret.secret) data[\"\(secret.key)\"]"
    case .credential(let credential): "credential[\(credential.rawValue)]"
    case .certificate(let certificate, let part):
      "\(certificate.secret) data[\"\(part.rawValue)\"]"
    }
  }
}
