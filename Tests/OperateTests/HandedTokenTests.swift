import Testing

@testable import Operate

@Suite struct HandedTokenTests {
  /// `{"alg":"none"}.{"sub":"system:serviceaccount:a:b?>"}.`, in the alphabet of URLs and without padding.
  @Test func `a token says whose it is`() {
    let token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzeXN0ZW06c2VydmljZWFjY291bnQ6YTpiPz4ifQ."
    #expect(subject(ofToken: Array(token.utf8)) == "system:serviceaccount:a:b?>")
  }

  @Test(arguments: ["", "abc", "a.b", "a.!!.c", "a.e30.c", "a.W10.c", "..", "a.b.c.d"])
  func `what is no token says nothing`(text: String) {
    #expect(subject(ofToken: Array(text.utf8)) == nil)
  }
}
