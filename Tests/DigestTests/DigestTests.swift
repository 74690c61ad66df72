import Digest
import Testing

struct DigestTests {
  /// The lengths are those at which the padding changes its form.
  @Test(
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        String(repeating: "a", count: 55),
        "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318",
      ),
      (
        String(repeating: "a", count: 56),
        "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a",
      ),
      (
        String(repeating: "a", count: 64),
        "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb",
      ),
      (
        String(repeating: "a", count: 119),
        "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb",
      ),
      (
        String(repeating: "a", count: 1000),
        "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3",
      ),
    ]
  )
  func `digests are those of FIPS 180-4`(text: String, digest: String) {
    #expect(Digest.sha256(text).hexadecimal == digest)
  }

  @Test func `MD5 is that of RFC 1321`() {
    #expect(Digest.md5([]).hexadecimal == "d41d8cd98f00b204e9800998ecf8427e")
    #expect(
      Digest.md5(Array("message digest".utf8)).hexadecimal == "f96b697d7cb7938d525a2f31aaf161d0"
    )
  }

  @Test func `keyed digests are those of RFC 4231`() {
    let digest = Digest.authentication(
      of: "what do ya want for nothing?",
      key: Array("Jefe".utf8),
    )
    #expect(
      digest.hexadecimal == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    )
  }
}
