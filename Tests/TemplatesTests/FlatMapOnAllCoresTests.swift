import Testing

@testable import Templates

struct FlatMapOnAllCoresTests {
  @Test(arguments: [0, 1, 31, 32, 33, 1_000])
  func `it makes what one core makes, in that order`(count: Int) {
    let elements = Array(0..<count)
    // As many of each as it says, none among them.
    let several = { @Sendable (element: Int) in Array(repeating: element, count: element % 3) }
    #expect(elements.flatMapOnAllCores(several) == elements.flatMap(several))
  }
}
