import Testing

@testable import Metrics

struct ExpositionTests {
  private func samples(_ text: String) -> [ExposedSample] {
    Exposition.samples(of: ["a_total", "b"], in: Array(text.utf8))
  }

  @Test func `the families that are wanted are read, and no others`() {
    let read = samples(
      """
      # HELP a_total What a is.
      # TYPE a_total counter
      a_total{tenant="x:y",code="409"} 12
      a_total_more 3
      b 1.5e+03 1795835242168

      c{tenant="x"} 1
      """
    )
    #expect(
      read == [
        ExposedSample(name: "a_total", labels: ["tenant": "x:y", "code": "409"], value: 12),
        ExposedSample(name: "b", labels: [:], value: 1_500),
      ]
    )
  }

  @Test func `a label's value may have anything in it`() {
    let read = samples(#"b{l="a\"b\\c\nd,e=}",m="",} +Inf"#)
    #expect(read.map(\.labels) == [["l": "a\"b\\c\nd,e=}", "m": ""]])
    #expect(read.map(\.value) == [.infinity])
  }

  @Test(arguments: [
    "b", "b{", "b{l", "b{l=", "b{l=\"x", "b{l=\"x\\", "b{l=\"x\"", "b{} x", "b{l}1",
  ])
  func `what is no sample is passed over`(line: String) {
    #expect(samples(line).isEmpty)
  }
}
