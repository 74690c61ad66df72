import FoundationEssentials
import Testing
import Text

@Suite struct HTTPDateTests {
  @Test func `the header's one form is read`() {
    let date = HTTPDate.date("Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(date == Date(timeIntervalSince1970: 784_111_777))
  }

  @Test(arguments: ["", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT", "0"])
  func `whatever else stands there is no time`(text: String) {
    #expect(HTTPDate.date(text) == nil)
  }
}
