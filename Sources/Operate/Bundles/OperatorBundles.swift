import Digest
import Facts
import Fleet
import FoundationEssentials
import HTTP
import JSON
import Templates
import Text
import YAML

/// Reads the bundles that a fleet file names: each once, from a file or over HTTPS.
///
/// What comes from elsewhere is believed by its digest alone, whoever has sent it.
package struct OperatorBundles: Sendable {
  /// The published one has about 4 MB.
  package static let sizeLimit = 32 << 20

  let fleetFile: String
  let cache: BundleCache
  /// Asks for a URL, without following redirects.
  let get: @Sendable (String) async throws(TransportError) -> HTTPResponse

  /// Over a transport of its own unless one is given.
  init(
    _ fleetFile: String,
    environment: [String: String] = ProcessInfo.processInfo.environment,
    transport: HTTPTransport? = nil,
  ) throws {
    let transport = try transport ?? HTTPTransport(environment: environment)
    self.init(fleetFile: fleetFile, cache: BundleCache(environment: environment)) {
      url throws(TransportError) in
      try await transport.send(HTTPRequest(.get, url, maximumResponseSize: Self.sizeLimit))
    }
  }

  init(
    fleetFile: String,
    cache: BundleCache,
    get: @escaping @Sendable (String) async throws(TransportError) -> HTTPResponse,
  ) {
    self.fleetFile = fleetFile
    self.cache = cache
    self.get = get
  }

  func read(of fleet: Fleet) async throws(BundleProblem) -> Bundles {
    var bundles: Bundles = [:]
    for bundle in fleet.operatorBundles {
      let objects = try await objects(of: bundle)
      do throws(BundleError) {
        try objects.check(runs: fleet.prometheuses(runBy: bundle))
      } catch {
        throw BundleProblem(bundle.name, .content(error))
      }
      bundles[bundle] = objects
    }
    return bundles
  }

  func objects(of bundle: OperatorBundle) async throws(BundleProblem) -> BundleObjects {
    let (name, bytes) =
      switch bundle.place {
      case .file(let path): (path, try file(path))
      case .url(let url): (url, try await download(url, sha256: bundle.sha256 ?? ""))
      }
    guard bytes.count <= Self.sizeLimit else {
      throw BundleProblem(name, .tooLarge(limit: Self.sizeLimit))
    }
    if let wanted = bundle.sha256 {
      let found = Digest.sha256(bytes).hexadecimal
      guard found == wanted else { throw BundleProblem(name, .otherDigest(found: found)) }
    }
    // A web page begins so, and no YAML of objects does.
    guard bytes.first(where: { !" \t\r\n".utf8.contains($0) }) != UInt8(ascii: "<") else {
      throw BundleProblem(name, .webPage)
    }
    return try objects(in: bytes, of: name)
  }

  private func objects(
    in bytes: [UInt8],
    of name: String,
  ) throws(BundleProblem) -> BundleObjects {
    let documents: [JSON]
    do throws(YAMLError) {
      documents = try YAML.documents(bytes, file: name).map(\.json).filter { $0 != .null }
    } catch {
      throw BundleProblem(name, .notYAML(error))
    }
    do throws(BundleError) {
      return try BundleObjects(documents)
    } catch {
      throw BundleProblem(name, .content(error))
    }
  }

  private func file(_ path: String) throws(BundleProblem) -> [UInt8] {
    let place = LocalFile.path(path, beside: fleetFile)
    do throws(FileProblem) {
      return try LocalFile.read(place, as: .bundle, limit: Self.sizeLimit)
    } catch {
      throw BundleProblem(place, .unreadable(error.cause))
    }
  }

  // MARK: Over HTTPS

  private func download(_ url: String, sha256: String) async throws(BundleProblem) -> [UInt8] {
    if let bytes = cache[sha256] { return bytes }
    let bytes = try await body(of: url)
    if Digest.sha256(bytes).hexadecimal == sha256 { cache.keep(bytes) }
    return bytes
  }

  /// The digest tells whether it is what was meant, whoever a redirect led to.
  private func body(of url: String) async throws(BundleProblem) -> [UInt8] {
    var place = url
    for _ in 0...5 {
      let response: HTTPResponse
      do throws(TransportError) {
        response = try await get(place)
      } catch {
        throw BundleProblem(url, .unreachable(error))
      }
      if response.isSuccess { return response.body }
      guard (300..<400).contains(response.status),
        let next = response.values(of: "Location").first, next.begins(with: "https://")
      else { throw BundleProblem(url, .answered(response.status)) }
      place = next
    }
    throw BundleProblem(url, .endlessRedirects)
  }
}

extension OperatorBundle {
  /// As the fleet file names it.
  fileprivate var name: String {
    switch place {
    case .file(let path): path
    case .url(let url): url
    }
  }
}
