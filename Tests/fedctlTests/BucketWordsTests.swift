import Facts
import ObjectStore
import Testing
import XML

@testable import fedctl

@Suite struct BucketWordsTests {
  private func failure(
    _ code: String,
    status: Int = 403,
    message: String = "it says",
    region: String? = nil,
  ) -> String {
    S3Error.refused(
      S3Failure(
        status: status,
        code: code,
        message: message,
        permission: "s3:ListBucket",
        bucket: "b",
        endpoint: "s3.example",
        credentialSource: .profile("ops"),
        region: region,
      )
    ).words
  }

  @Test func `a refusal of the server says what, where, why and what to do next`() {
    #expect(
      failure("NoSuchBucket") == "bucket b does not exist at s3.example; create it, or write "
        + "`create: true` under `bucket`"
    )
    #expect(
      failure("InvalidAccessKeyId") == "s3.example does not know the access key id from profile ops"
    )
    #expect(
      failure("SignatureDoesNotMatch") == "the secret key from profile ops does not belong to its "
        + "access key id, says s3.example"
    )
    #expect(
      failure("ExpiredToken") == "s3.example refuses the session token from profile ops: it says"
    )
    #expect(
      failure("AccessDenied") == "s3.example denies s3:ListBucket on bucket b to the credentials "
        + "from profile ops: it says"
    )
    #expect(
      failure("PermanentRedirect", region: "eu-west-1")
        == "bucket b is in eu-west-1; write `region: eu-west-1` under `bucket`"
    )
    #expect(
      failure("PermanentRedirect") == "s3.example says that the region is wrong: it says; mend "
        + "`region` under `bucket`"
    )
    #expect(
      failure("SlowDown")
        == "s3.example asks to slow down and did not recover (SlowDown); run it again later"
    )
    #expect(
      failure("Odd", status: 500)
        == "s3.example answered 500 to s3:ListBucket on bucket b, Odd: it says"
    )
    #expect(
      failure("", status: 418, message: "")
        == "s3.example answered 418 to s3:ListBucket on bucket b"
    )
  }

  @Test func `an answer that is not S3's is told with its flaw`() {
    func words(_ flaw: S3AnswerFlaw) -> String {
      S3Error.malformed(request: "s3:ListBucket", flaw).words
    }
    let start = "the answer to s3:ListBucket is not S3's: "
    let end = "; is `endpoint` an S3 server?"
    #expect(
      words(.unreadable(XMLError(reason: .malformed("syntax error"), line: 3)))
        == "\(start)line 3: syntax error\(end)"
    )
    #expect(words(.withoutUploadID) == "\(start)it has no UploadId\(end)")
    #expect(words(.badlyEncodedKey) == "\(start)a key is badly encoded\(end)")
    #expect(words(.withoutNextPage) == "\(start)it ends without saying where\(end)")
  }

  @Test func `credentials that are not there are told with their places`() {
    let nothing = CredentialSourceError.nothingFound([.profile("none"), .container, .instance])
    #expect(
      nothing.words == "no bucket credentials in profile none, the container's credentials, the "
        + "instance's metadata; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"
    )
    #expect(
      CredentialSourceError.incomplete(.environment, missing: .secretAccessKey).words
        == "the environment has half a key pair: aws_secret_access_key is missing"
    )
    #expect(
      CredentialSourceError.failed(
        .process(profile: "p"),
        .programFailed("/bin/sh", status: 3),
      ).words == "no bucket credentials from credential_process of profile p: `/bin/sh` ended with "
        + "status 3"
    )
    #expect(
      CredentialSourceError.failed(
        .role("arn", profile: "p"),
        .tokenServiceRefused(status: 403, code: "AccessDenied", message: "no"),
      ).words == "no bucket credentials from role arn of profile p: AWS' token service said "
        + "AccessDenied: no"
    )
    #expect(
      CredentialSourceError.unsupported(.profile("p"), .singleSignOn).words
        == "profile p signs in through a browser; set credential_process = aws configure "
        + "export-credentials --profile NAME --format process in a profile of its own"
    )
    #expect(
      CredentialSourceError.unsupported(.profile("p"), .roleWithoutSource).words
        == "profile p has a role_arn and no source_profile; name the profile whose keys may assume "
        + "the role"
    )
  }
}
