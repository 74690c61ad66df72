internal import FoundationEssentials

/// nil for a file that cannot be read, whatever the reason.
func readFile(_ path: String) -> [UInt8]? {
  FileManager.default.contents(atPath: path).map(Array.init)
}
