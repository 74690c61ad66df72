package import Facts
internal import FoundationEssentials
internal import HTTP
internal import JSON
internal import Text
internal import YAML

/// The contexts, clusters and users of one or more kubeconfig files.
///
/// Of entries with one name, the first file's is taken, whole.
package struct Kubeconfig: Sendable {
  private let files: [String]
  private let entries: [KubeconfigPart: [String: KubeconfigEntry]]
  /// Context names, in the order of the files.
  package let contexts: [String]
  /// For how long a credential plugin may run.
  package var pluginTimeLimit = Duration.seconds(60)

  /// Gets what plugins say to people, each line once it is whole: where to log in, as often as not.
  package var tell: @Sendable (ProgramNews) -> Void = { _ in }

  /// Reads the given file, or those of `KUBECONFIG`, or `~/.kube/config`.
  ///
  /// A file that was asked for by path must exist; of others, some may be missing.
  package static func load(
    path: String?,
    environment: [String: String],
    home: String?,
  ) throws(KubeconfigError) -> Kubeconfig {
    var documents: [(file: String, content: JSON)] = []
    let places = candidates(path: path, environment: environment, home: home)
    for file in places {
      guard let bytes = readFile(file) else {
        if path == nil, !FileManager.default.fileExists(atPath: file) { continue }
        throw .unreadable(file: file)
      }
      documents.append((file, try parse(bytes, file: file)))
    }
    guard !documents.isEmpty else { throw .none(looked: places) }
    return try Kubeconfig(documents)
  }

  /// Of one file's bytes.
  package init(_ bytes: [UInt8], file: String) throws(KubeconfigError) {
    try self.init([(file, try Self.parse(bytes, file: file))])
  }

  /// The first file that has an entry of a name has the say.
  private init(_ documents: [(file: String, content: JSON)]) throws(KubeconfigError) {
    var entries: [KubeconfigPart: [String: KubeconfigEntry]] = [:]
    var contexts: [String] = []
    for (file, content) in documents {
      for part in KubeconfigPart.allCases {
        for entry in try KubeconfigEntry.all(part, of: content, file: file)
        where entries[part]?[entry.name] == nil {
          entries[part, default: [:]][entry.name] = entry
          if part == .context { contexts.append(entry.name) }
        }
      }
    }
    files = documents.map(\.file)
    self.entries = entries
    self.contexts = contexts
  }

  /// The way to the cluster of a context, as the user of that context.
  package func connection(context name: String) throws(ContextError) -> ClusterConnection {
    guard let context = entries[.context]?[name] else {
      let known = contexts.sorted { editDistance($0, name) < editDistance($1, name) }
      throw .unknownContext(name, known: known, files: files)
    }
    let cluster = try follow(.cluster, of: context)
    let user = try context.text("user").map { _ throws(ContextError) in
      try follow(.user, of: context)
    }
    var tls = try cluster.clusterTLS()
    let identity = try user?.identity()
    let server = try cluster.server(hasTLS: identity != nil || tls.authorities != nil)
    // Over plain HTTP nothing is shown that others could read on the way; kubectl does the same.
    let isTLS = server.begins(with: "https://")
    let source = try source(of: user, at: cluster, isShown: isTLS)
    tls.identity = isTLS ? identity : nil
    return ClusterConnection(
      context: name,
      server: server,
      tls: tls,
      proxy: try cluster.proxy(),
      credential: Credential(source),
      impersonation: try user?.impersonation() ?? [],
    )
  }

  /// What the user's entry says of an identity; nobody's where the context names no user.
  ///
  /// An identity that is not shown need not be one that fedctl can show; what is no user at all is refused all the same.
  private func source(
    of user: KubeconfigEntry?,
    at cluster: KubeconfigEntry,
    isShown: Bool,
  ) throws(ContextError) -> Credential.Source {
    let source: Credential.Source
    do throws(ContextError) {
      source = try user?.credential(at: cluster) ?? .anonymous
    } catch {
      if isShown || !error.isOfUse { throw error }
      source = .anonymous
    }
    guard isShown else { return .anonymous }
    switch source {
    case .anonymous: return try cluster.login() ?? .anonymous
    case .plugin(var plugin):
      plugin.timeLimit = pluginTimeLimit
      plugin.tell = tell
      return .plugin(plugin)
    case let source: return source
    }
  }

  /// The entry that a context names.
  private func follow(
    _ part: KubeconfigPart,
    of context: KubeconfigEntry,
  ) throws(ContextError) -> KubeconfigEntry {
    let name = try context.text(part.rawValue) ?? ""
    guard let entry = entries[part]?[name] else {
      throw .missing(part, name: name, in: context.entryName)
    }
    return entry
  }

  /// In the order in which they count.
  private static func candidates(
    path: String?,
    environment: [String: String],
    home: String?,
  ) -> [String] {
    if let path { return [path] }
    if let list = environment["KUBECONFIG"], !list.isEmpty {
      var seen: Set<String> = []
      return list.unicodeScalars.split(separator: ":").map { String($0) }.filter {
        seen.insert($0).inserted
      }
    }
    return home.map { ["\($0)/.kube/config"] } ?? []
  }

  /// An empty file is an empty kubeconfig.
  private static func parse(_ bytes: [UInt8], file: String) throws(KubeconfigError) -> JSON {
    let content: JSON
    do throws(YAMLError) {
      content = try YAML.firstDocument(bytes, file: file)?.json ?? [:]
    } catch {
      throw .malformed(file: file, .notYAML(error))
    }
    guard content.objectValue != nil else { throw .malformed(file: file, .noMapping) }
    let version = content["apiVersion"]?.stringValue ?? ""
    let kind = content["kind"]?.stringValue ?? ""
    guard ["", "v1"].contains(version), ["", "Config"].contains(kind) else {
      throw .malformed(file: file, .otherKind(version: version, kind: kind))
    }
    return content
  }
}

extension ContextError {
  /// Whether it is about how an identity is got, which kubectl looks at only where it shows one.
  fileprivate var isOfUse: Bool {
    switch self {
    case .unsupported: true
    case .badValue(_, field: _, .unknownVersion): true
    default: false
    }
  }
}
