import Diagnostics
import Testing

/// Names that count up are told by their ends, and nobody is named who is not there.
@Suite struct NameRangeTests {
  @Test(arguments: [
    (["a-01", "a-02", "a-03", "b"], ["a-01 … a-03", "b"]),
    (["a1", "a2"], ["a1", "a2"]),
    (["a9", "a10", "a11"], ["a9 … a11"]),
    (["a09", "a10", "a11"], ["a09 … a11"]),
    // Not written alike: a1 is not followed by a02.
    (["a1", "a02", "a03"], ["a1", "a02", "a03"]),
    (["a-1", "a-2", "a-4", "a-5", "a-6"], ["a-1", "a-2", "a-4 … a-6"]),
    (["1-token", "2-token", "3-token"], ["1-token … 3-token"]),
    (["1-token", "2-key", "3-token"], ["1-token", "2-key", "3-token"]),
    (["x", "y", "z"], ["x", "y", "z"]),
    // No number that fits.
    (["a9999999999999999999", "b"], ["a9999999999999999999", "b"]),
    ([], []),
  ])
  func `runs of three and more are folded`(_ names: [String], _ expected: [String]) {
    #expect(NameRanges.folded(names) == expected)
  }
}
