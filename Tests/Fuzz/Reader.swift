import Certificates
import Facts
import Fleet
import Foundation
import HTTP
import JSON
import Kubernetes
import ObjectStore
import Templates
import Text
import XML
import YAML

/// One of fedctl's readers of what others have written.
struct Reader: Sendable {
  /// What came of an input.
  enum Outcome: Sendable {
    case taken
    /// With a reason.
    case refused
    /// Something that the reader promises did not hold.
    case wrong
  }

  let name: String
  /// Inputs that are taken.
  let seeds: [String]
  /// What its inputs are made of.
  let words: [String]
  let read: @Sendable ([UInt8]) async -> Outcome

  static let all = [
    fleet, kubeconfig, bundle, awsFile, xml, json, pem, plugin, process, status, watch, part,
    hiding,
  ]

  /// Of a reader that takes an input or throws.
  private init(
    _ name: String,
    _ seeds: [String],
    words: [String] = [],
    _ read: @escaping @Sendable ([UInt8]) async throws -> Outcome,
  ) {
    self.name = name
    self.seeds = seeds
    self.words = words
    self.read = { input in
      do {
        return try await read(input)
      } catch {
        return .refused
      }
    }
  }
}

extension Reader {
  /// A fleet that is taken may be rendered; excerpts never fail, whatever the lines are.
  private static let fleet = Reader("fleet", Seeds.fleets, words: Seeds.fleetWords) { input in
    let reading = Fleet.read(input, file: "fleet.yaml")
    guard let fleet = reading.fleet else { return reading.problems.isEmpty ? .wrong : .refused }
    _ = try render(fleet, [:])
    return .taken
  }

  private static let kubeconfig = Reader("kubeconfig", Seeds.kubeconfigs) { input in
    let kubeconfig = try Kubeconfig(input, file: "kubeconfig")
    for context in kubeconfig.contexts { _ = try? kubeconfig.connection(context: context) }
    return .taken
  }

  private static let bundle = Reader("bundle", Seeds.bundles) { input in
    let documents = try YAML.documents(input, file: "bundle.yaml").map(\.json)
    _ = try BundleObjects(documents)
    return .taken
  }

  private static let awsFile = Reader("aws", Seeds.awsFiles) { input in
    let text = String(decoding: input, as: UTF8.self)
    let search = CredentialSearch(
      environment: ["HOME": "/"],
      region: "us-east-1",
      transport: try HTTPTransport(),
      read: { _ in text },
    )
    _ = try await search.credentials(from: [.file("a"), .keys(profile: "default")])
    return .taken
  }

  private static let xml = Reader(
    "xml",
    Seeds.documents,
    words: ["<a>", "</a>", "<a:b xmlns:a='c'>"],
  ) { input in
    _ = try XMLElement(parsing: input)
    return .taken
  }

  /// What was read is written so that the same is read again.
  private static let json = Reader("json", Seeds.objects) { input in
    let value = try JSON(parsing: input)
    return try JSON(parsing: value.bytes()) == value ? .taken : .wrong
  }

  private static let pem = Reader("pem", Seeds.certificates) { input in
    let text = String(decoding: input, as: UTF8.self)
    _ = PrivateKeyText.isEncrypted(input)
    let certificate = try Certificate(text)
    _ = (certificate.notAfter, certificate.commonName, certificate.organization)
    _ = certificate.isSigned(by: certificate)
    _ = certificate.proves("a.example.com")
    _ = certificate.belongs(to: text)
    return .taken
  }

  private static let plugin = Reader("plugin", Seeds.pluginAnswers) { input in
    _ = try ExecCredential(reading: input, of: .v1, from: "plugin")
    return .taken
  }

  private static let process = Reader("process", Seeds.processAnswers) { input in
    let answer = try JSON(parsing: input)
    _ = try S3Credentials(in: answer, tokenKey: "SessionToken", place: .process(profile: "a"))
    return .taken
  }

  private static let status = Reader("status", Seeds.objects) { input in
    let status = APIStatus(
      code: 409,
      body: input,
      retryAfter: String(decoding: input.suffix(9), as: UTF8.self),
    )
    _ = (status.isFieldManagerConflict, status.isNotFound, status.isTransient)
    return status.isOfAPI ? .taken : .refused
  }

  /// A text of somebody else's in a ConfigMap, into which lines of ours go.
  private static let part = Reader("part", Seeds.parts) { input in
    let wanted: JSON = ["a": ["b": [["name": "c", "url": "d"]]], "e": true]
    let text = String(decoding: input, as: UTF8.self)
    let edited = try TextPart(wanted).edit(text)
    _ = try TextPart.remove(edited.record, from: edited.text)
    let document = try YAML.document(Array(edited.text.utf8), file: "")?.json
    return document?["e"] == true ? .taken : .wrong
  }

  /// What a server says, which may quote a secret in whatever way; none is left in clear.
  private static let hiding = Reader("hiding", Seeds.quotations) { input in
    let secret = "canary+key/0123456789"
    let shown = SecretTexts([secret]).redact(String(decoding: input, as: UTF8.self))
    if shown.contains(secret) { return .wrong }
    return shown.contains(SecretTexts.mark) ? .taken : .refused
  }

  /// Lines in pieces, as they come.
  private static let watch = Reader("watch", Seeds.watches) { input in
    var buffer = WatchBuffer()
    var outcome = Outcome.refused
    for piece in stride(from: 0, to: input.count, by: 37) {
      try buffer.append(Array(input[piece..<min(piece + 37, input.count)]))
      while try buffer.next() != nil { outcome = .taken }
    }
    return outcome
  }
}
