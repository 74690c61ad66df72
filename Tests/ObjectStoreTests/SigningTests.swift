import Foundation
import HTTP
import ObjectStore
import TestSupport
import Testing

@Suite(.waitsForPrograms)
struct SigningTests {
  private static let host = "examplebucket.s3.amazonaws.com"
  private static let credentials = S3Credentials(
    accessKeyID: "AKIAIOSFODNN7EXAMPLE",
    secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  )

  private static let published: [(AWSRequest, String)] = [
    (
      AWSRequest(
        .get,
        host: host,
        path: "/test.txt",
        headers: [HTTPHeader("Range", "bytes=0-9")],
      ),
      "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    ),
    (
      AWSRequest(.get, host: host, query: ["lifecycle": ""]),
      "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
    ),
    (
      AWSRequest(.get, host: host, query: ["prefix": "J", "max-keys": "2"]),
      "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
    ),
    (
      AWSRequest(
        .put,
        host: host,
        path: "/test$file.text",
        headers: [
          HTTPHeader("Date", "Fri, 24 May 2013 00:00:00 GMT"),
          HTTPHeader("x-amz-storage-class", "REDUCED_REDUNDANCY"),
        ],
        body: Array("Welcome to Amazon S3.".utf8),
      ),
      "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
    ),
    (
      AWSRequest(.get, host: host, query: ["versions": ""]),
      "f66a7d708dc464ea88a7c43fd9fa33ad6e55141f5741da8cde603d6ade0598d2",
    ),
    (
      AWSRequest(.get, host: host, query: ["list-type": "2", "prefix": "a b/\u{E9}+"]),
      "925da1c34878fd46218dc3cd185a8f92c96daffdd8542eec08e986e9f2da420f",
    ),
    (
      AWSRequest(
        .post,
        host: host,
        query: ["delete": ""],
        headers: [HTTPHeader("Content-MD5", "ePbrFwvNFIRnzBrIv+T8Ag==")],
        body: Array("<Delete/>".utf8),
      ),
      "91547f6a32e9f9977a5fba443b17fcd09c025baa42c47a18608898ba2ff77ec5",
    ),
  ]

  @Test(arguments: published)
  func `published requests have the published signatures`(request: AWSRequest, signature: String) {
    let headers = RequestSigner(Self.credentials, region: "us-east-1")
      .headers(of: request, at: Date(timeIntervalSince1970: 1_369_353_600))
    #expect(headers.last?.value.hasSuffix("Signature=\(signature)") == true)
  }

  @Test func `a thousand random requests are signed as botocore signs them`() throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "random-requests.py")
    let output = try Tool.output(of: "python", [script.path, "1000", "7"])
    let samples = try output.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Sample.self, from: $0)
    }
    #expect(samples.count == 1000)
    for sample in samples { #expect(sample.ours == sample.authorization, "\(sample)") }
  }

  private struct Sample: Decodable {
    let time: Double
    let id, secret: String
    let token: String?
    let region, method, host, path: String
    let query, headers: [String: String]
    let body: [UInt8]
    let authorization: String

    var ours: String? {
      let signer = RequestSigner(
        S3Credentials(accessKeyID: id, secretAccessKey: secret, sessionToken: token),
        region: region,
      )
      let request = AWSRequest(
        HTTPRequest.Method(rawValue: method) ?? .get,
        host: host,
        path: path,
        query: query,
        headers: headers.map { HTTPHeader($0.key, $0.value) },
        body: body,
      )
      return signer.headers(of: request, at: Date(timeIntervalSince1970: time)).last?.value
    }
  }
}
