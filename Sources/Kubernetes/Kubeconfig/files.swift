internal import FoundationEssentials

func readFile(_ path: String) -> [UInt8]? {
  FileManager.default.contents(atPath: path).map(Array.init)
}
