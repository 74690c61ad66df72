import Foundation
import HTTP
import ObjectStore
import TestSupport
import Testing

/// The two S3 servers that tests run against.
enum Server: CaseIterable {
  case seaweed
  case moto

  var running: ObjectServer {
    get throws {
      switch self {
      case .seaweed: try ObjectServer.seaweed.get()
      case .moto: try ObjectServer.moto.get()
      }
    }
  }
}

/// A bucket of its own for a test, on one of the servers.
struct TestBucket {
  let server: ObjectServer
  let name = "test-\(UUID().uuidString.lowercased())"

  init(_ server: Server) throws { self.server = try server.running }

  func made(_ options: String...) throws -> TestBucket {
    switch options.first {
    case let option?: try server.witness("make", name, option)
    case nil: try server.witness("make", name)
    }
    return self
  }

  var location: S3Location {
    S3Location(
      bucket: name,
      region: "us-east-1",
      endpoint: server.endpoint,
      isInsecure: true,
    )
  }

  var client: S3Client {
    get throws { try client() }
  }

  func client(
    _ location: S3Location? = nil,
    keyID: String = ObjectServer.keyID,
    key: String = ObjectServer.key,
  ) throws -> S3Client {
    let transport = try HTTPTransport()
    let search = CredentialSearch(
      environment: ["AWS_ACCESS_KEY_ID": keyID, "AWS_SECRET_ACCESS_KEY": key],
      region: "us-east-1",
      transport: transport,
      read: { _ in nil },
    )
    return S3Client(
      location ?? self.location,
      credentials: CredentialProvider(search, from: [.environment]),
      transport: transport,
    )
  }

  func put(_ keys: [String]) throws {
    let objects = Dictionary(keys.map { ($0, "body") }, uniquingKeysWith: { $1 })
    let text = String(decoding: try JSONEncoder().encode(objects), as: UTF8.self)
    try server.witness("put", name, input: text)
  }

  func remove(_ keys: [String]) throws {
    let text = String(decoding: try JSONEncoder().encode(keys), as: UTF8.self)
    try server.witness("remove", name, input: text)
  }

  /// What an independent client finds there.
  func keys() throws -> [String] {
    try JSONDecoder().decode([String].self, from: Data(server.witness("keys", name).utf8))
  }

  func count(_ what: String) throws -> Int {
    Int(try server.witness(what, name).trimmingCharacters(in: .whitespacesAndNewlines)) ?? -1
  }
}

/// Everything that a page of a listing leads to.
extension S3Client {
  func all(_ listing: S3Listing) async throws(S3Error) -> [S3Object] {
    var objects: [S3Object] = []
    var page: S3Page<S3Object>?
    repeat {
      page = try await self.page(of: listing, after: page)
      objects += page?.items ?? []
    } while page?.isLast == false
    return objects
  }
}

/// Apart, for where FlyingFox' names are in scope too.
func transport() throws -> HTTPTransport { try HTTPTransport() }
