import Testing

@testable import ObjectStore

struct ObjectListTests {
  @Test func `objects come back as they were, in batches`() {
    let objects = (0..<2500).map { number in
      S3Object(
        key: "\(number / 3)/\(number)\u{E9}\n\(String(repeating: "x", count: number % 200))",
        versionID: number % 2 == 0 ? nil : "version-\(number)",
      )
    }
    var list = ObjectList()
    for object in objects { list.append(object) }
    #expect(list.count == 2500)
    let batches = Array(list.batches(of: 1000))
    #expect(batches.map(\.count) == [1000, 1000, 500])
    #expect(batches.flatMap { $0 } == objects)
    #expect(Array(ObjectList().batches(of: 10)).isEmpty)
  }

  @Test func `Thanos' keys take little room`() {
    var list = ObjectList()
    for number in 0..<10_000 {
      let block = "01HZX3V5QJ8K4M6N7P\(10_000_000 + number / 10)"
      list.append(S3Object(key: "\(block)/chunks/\(100_000 + number % 10)", size: 1))
    }
    #expect(list.size < 10_000 * 10)
  }
}
