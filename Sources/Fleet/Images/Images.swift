/// Where all pods of a fleet get their images from.
package struct Images: Hashable, Sendable {
  /// What stands in place of every image's registry, with a path or not; nil for the images' own.
  package var registry: String?
  /// The names of Secrets with which images are pulled, in the namespace of whoever pulls.
  package var pullSecrets: [String]

  package init(registry: String? = nil, pullSecrets: [String] = []) {
    self.registry = registry
    self.pullSecrets = pullSecrets
  }
}

extension Images {
  /// The name under which an image is pulled.
  ///
  /// Its registry is the part before the first slash, where that has a dot or a port; images without one are Docker Hub's.
  package func name(of image: String) -> String {
    guard let registry, !image.hasPrefix("\(registry)/") else { return image }
    let parts = image.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return "\(registry)/library/\(image)" }
    let hasRegistry = parts[0].contains(".") || parts[0].contains(":") || parts[0] == "localhost"
    return "\(registry)/\(hasRegistry ? String(parts[1]) : image)"
  }
}
