import Facts
import HTTP
import ObjectStore
import TestSupport
import Testing

/// Whatever answers at the address of a bucket: no call hangs, traps, or takes it for S3's answer.
@Suite(
  .waitsForPrograms,
  .enabled(if: HostileServer.isInstalled, "needs python: make setup"),
  .timeLimit(.minutes(60)),
)
struct HostileStoreTests {
  /// Of a bucket called as the server shall answer.
  private static func client(_ way: String) throws -> S3Client {
    let transport = try HTTPTransport()
    let search = CredentialSearch(
      environment: ["AWS_ACCESS_KEY_ID": "AKIA", "AWS_SECRET_ACCESS_KEY": "secret"],
      region: "us-east-1",
      transport: transport,
      read: { _ in nil },
    )
    return S3Client(
      S3Location(
        bucket: way,
        region: "us-east-1",
        endpoint: try HostileServer.shared.get().endpoint,
        isInsecure: true,
      ),
      credentials: CredentialProvider(search, from: [.environment]),
      transport: transport,
    )
  }

  private static func failure(_ way: String) async throws -> S3Failure? {
    let client = try client(way)
    let error = await #expect(throws: S3Error.self) { try await client.check() }
    guard case .refused(let failure)? = error else { return nil }
    return failure
  }

  @Test(arguments: [
    "page", "nothing", "blank", "object", "text", "items", "failure", "cut", "nested", "elements",
    "entities", "controls", "nul", "latin", "noise",
  ])
  func `a success that is none is believed by no call`(way: String) async throws {
    let client = try Self.client(way)
    var errors: [S3Error?] = []
    errors.append(await #expect(throws: S3Error.self) { try await client.check() })
    errors.append(await #expect(throws: S3Error.self) { _ = try await client.tags() })
    errors.append(await #expect(throws: S3Error.self) { _ = try await client.versioning() })
    errors.append(
      await #expect(throws: S3Error.self) { try await client.checkWriting(below: "") }
    )
    errors.append(
      await #expect(throws: S3Error.self) { _ = try await client.delete([S3Object(key: "a")]) }
    )
    for error in errors { #expect(error?.code == .notS3 || way == "noise") }
  }

  @Test func `an error with a success is a refusal`() async throws {
    #expect(try await Self.failure("error")?.kind == .denied)
  }

  @Test(arguments: [
    ("302", 302), ("403page", 403), ("403", 403), ("404page", 404), ("404", 404),
  ])
  func `a refusal that is not S3's keeps its number, and is no word of the bucket`(
    way: String,
    status: Int,
  ) async throws {
    let failure = try #require(try await Self.failure(way))
    #expect(failure.status == status && failure.kind == .other)
    if way == "404page" {
      #expect(failure.page == "<html><h1>404 Not Found</h1></html>")
      #expect(failure.answerer?.program == "nginx")
    }
    if way == "302" { #expect(failure.answerer?.location == "https://login.example.com/") }
    let client = try Self.client(way)
    await #expect(throws: S3Error.self) { try await client.deleteBucket() }
    await #expect(throws: S3Error.self) { _ = try await client.object("a") }
  }

  @Test(arguments: [
    "endless", "headers", "header", "interim", "bomb", "negative", "huge", "chunks",
  ])
  func `an answer without an end, or of no length, is left`(way: String) async throws {
    let client = try Self.client(way)
    let error = await #expect(throws: S3Error.self) { try await client.check() }
    #expect(error?.code == .unreachable)
  }
}
