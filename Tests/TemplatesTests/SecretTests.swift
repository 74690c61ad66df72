import Fleet
import JSON
import Objects
import Templates
import Testing
import Text
import YAML

@Suite struct SecretTests {
  @Test(arguments: Example.receiveVariants)
  func `a session secret is generated, 43 letters long, and kept in its own Secret`(
    _ example: Example
  ) throws {
    let secrets = try render(example.fleet, example.bundles).manifests
      .filter { $0.reference.name.hasSuffix("-proxy") && $0.reference.kind == .secret }
    // Those of receive, the querier and a Grafana of the fleet's own.
    let onHub = example.fleet.hub.grafanaDesign.existing == nil ? 3 : 2
    let writers = example.fleet.clusters.count { $0.writer.mode == .ownPrometheus }
    #expect(secrets.count == onHub + writers)
    for secret in secrets {
      let generated = GeneratedSecret(in: secret.reference, key: "session_secret", length: 43)
      #expect(secret.bindings.flatMap(\.values) == [.generated(generated)])
    }
  }

  @Test func `the objstore configuration is YAML whose keys come from outside`() throws {
    var fleet = Example.receive.fleet
    fleet.receiving.thanos.bucket.prefix = "edge"
    let secret = try #require(
      render(fleet).manifests.first { $0.reference.name == "store-s3-credentials" }
    )
    let object = try secret.resolved([
      .credential(.accessKeyID): "AKIA", .credential(.secretAccessKey): #"s"ecret"#,
      .credential(.sessionToken): "",
    ])
    let expected = """
      type: "S3"
      config:
        bucket: "edge-metrics"
        endpoint: "s3.us-east-2.amazonaws.com"
        region: "us-east-2"
        insecure: false
        access_key: "AKIA"
        secret_key: "s\\"ecret"
        session_token: ""
      prefix: "edge"

      """
    #expect(object["data"]?["store-s3-secret.yaml"] == .string(expected.base64))
  }

  /// A plan shows what changes in them; what is new in them must be judged, whether it is a secret.
  @Test(arguments: Example.variants)
  func `of a Secret's settings all may be shown but the bucket's keys`(_ example: Example) throws {
    let secrets = try render(example.fleet, example.bundles).manifests
      .filter { $0.reference.kind == .secret }
    let known = Dictionary(
      uniqueKeysWithValues: BucketCredential.allCases.map {
        (PendingValue.credential($0), "canary-\($0)")
      }
    )
    for secret in secrets {
      guard let open = secret.openText else {
        #expect(secret.body["data"] == nil)
        continue
      }
      let encoded = try secret.resolved(known)["data"]?[open.key]?.stringValue ?? ""
      let text = try #require(Base64.string(of: encoded))
      let whole = try YAML.document(Array(text.utf8), file: "")?.json ?? [:]
      var expected = whole
      for key in ["access_key", "secret_key", "session_token"] where whole["config"]?[key] != nil {
        expected = expected.setting(FieldPath(keys: "config", key), to: "hidden")
      }
      #expect(open.masking(whole, at: FieldPath(), "hidden") == expected)
    }
  }

  @Test func `a role stands in for keys, on the accounts of every pod that uses the bucket`() throws
  {
    var fleet = Example.receive.fleet
    let role = "arn:aws:iam::123456789012:role/thanos"
    fleet.receiving.thanos.bucket.credentials = .iamRole(role)
    fleet.receiving.thanos.bucket.encryption = .kms(keyID: "alias/metrics")
    fleet.receiving.thanos.bucket.lookupType = .path
    fleet.receiving.thanos.bucket.authorityFile = "ca.pem"
    let manifests = try render(fleet).manifests
    let secret = try #require(manifests.first { $0.reference.name == "store-s3-credentials" })
    let object = try secret.resolved([.credential(.certificateAuthority): "PEM"])
    let expected = """
      type: "S3"
      config:
        bucket: "edge-metrics"
        endpoint: "s3.us-east-2.amazonaws.com"
        region: "us-east-2"
        insecure: false
        bucket_lookup_type: "path"
        sse_config:
          type: "SSE-KMS"
          kms_key_id: "alias/metrics"
        http_config:
          tls_config:
            ca_file: "/etc/thanos/object-store/ca.crt"

      """
    #expect(object["data"]?["store-s3-secret.yaml"] == .string(expected.base64))
    #expect(object["data"]?["ca.crt"] == .string("PEM".base64))
    let bearers = manifests.filter {
      $0.reference.kind == .serviceAccount
        && $0.body["metadata"]?["annotations"]?["eks.amazonaws.com/role-arn"] == .string(role)
    }
    #expect(
      Set(bearers.map(\.reference.name)) == [
        "thanos-receive", "thanos-store-gateway", "thanos-compact",
      ]
    )
  }

  @Test(arguments: [BucketCredentials.podIdentity, .nodeRole])
  func `where the surroundings give keys, there are none, and pods are replaced for new ones`(
    _ credentials: BucketCredentials
  ) throws {
    var fleet = Example.kubernetes.fleet
    let before = try render(fleet).manifests
    fleet.receiving.thanos.bucket.credentials = credentials
    let manifests = try render(fleet).manifests
    let secret = try #require(manifests.first { $0.reference.name == "store-s3-credentials" })
    let text = try #require(
      secret.resolved([:])["data"]?["store-s3-secret.yaml"]?.stringValue.flatMap {
        Base64.string(of: $0)
      }
    )
    #expect(text.contains("bucket: ") && !text.contains("key"))
    #expect(
      !manifests.contains {
        $0.body["metadata"]?["annotations"]?["eks.amazonaws.com/role-arn"] != nil
      }
    )
    func pods(_ manifests: [Manifest]) -> JSON? {
      let store = manifests.first { $0.container("thanos-store-gateway") != nil }
      return store?.body["spec"]?["template"]?["metadata"]?["annotations"]
    }
    #expect(pods(before) != pods(manifests))
  }

  @Test func `keys in a Secret reach every process that uses the bucket, and nothing else does`()
    throws
  {
    var fleet = Example.receive.fleet
    fleet.receiving.thanos.bucket.credentials = .keysInSecret(
      BucketKeysInSecret(secret: "mine", accessKey: "id", secretKey: "key")
    )
    let manifests = try render(fleet).manifests
    let expected: [JSON] = [("AWS_ACCESS_KEY_ID", "id"), ("AWS_SECRET_ACCESS_KEY", "key")].map {
      [
        "name": .string($0.0),
        "valueFrom": ["secretKeyRef": ["name": "mine", "key": .string($0.1)]],
      ]
    }
    for name in ["thanos-receive", "thanos-store-gateway", "thanos-compact", "thanos-querier"] {
      let container = try #require(manifests.lazy.compactMap { $0.container(name) }.first)
      let usesBucket =
        container["args"]?.texts.contains { $0.hasPrefix("--objstore.config-file=") } == true
      let environment = container["env"]?.arrayValue ?? []
      #expect(usesBucket == (name != "thanos-querier"))
      #expect(expected.allSatisfy(environment.contains) == usesBucket)
    }
    let secret = try #require(manifests.first { $0.reference.name == "store-s3-credentials" })
    #expect(secret.bindings.flatMap(\.values).isEmpty)
  }

  @Test func `a Secret that exists is mounted and not rendered`() throws {
    var fleet = Example.receive.fleet
    fleet.receiving.thanos.bucket.credentials = .existingSecret(name: "mine", key: "objstore.yml")
    let manifests = try render(fleet).manifests
    #expect(!manifests.contains { $0.reference.name == "store-s3-credentials" })
    let stores = manifests.compactMap { $0.container("thanos-store-gateway") }
    #expect(
      stores.first?["args"]?.texts.contains(
        "--objstore.config-file=/etc/thanos/object-store/objstore.yml"
      ) == true
    )
  }

  @Test func `a token Secret hands its token to its own cluster`() throws {
    let manifests = try render(Example.receive.fleet).manifests
    for cluster in ["cluster1", "cluster2"] {
      let producer = try #require(
        manifests.first { $0.reference.name == "\(cluster)-metrics-token" }
      )
      #expect(producer.body["type"] == "kubernetes.io/service-account-token")
      #expect(
        producer.body["metadata"]?["annotations"]?["kubernetes.io/service-account.name"]
          == .string("\(cluster)-metrics")
      )
      let consumer = try #require(
        manifests.first {
          $0.reference.name == "metrics-bearer-token" && $0.reference.cluster == cluster
        }
      )
      let handOff = HandOff(from: producer.reference, .data(key: "token"))
      #expect(consumer.bindings.flatMap(\.values) == [.handOff(handOff)])
    }
  }

  @Test func `a bound token has an anchor and a known expiry`() throws {
    var fleet = Example.receive.fleet
    fleet.receiving.token = .bound(lifetime: 7_776_000)
    let manifests = try render(fleet).manifests
    let anchor = try #require(manifests.first { $0.reference.name == "cluster1-metrics-token" })
    #expect(anchor.body["type"] == "Opaque")
    let token = try #require(manifests.first { $0.reference.name == "metrics-bearer-token" })
    let expiry = token.preview["metadata"]?["annotations"]?["fedctl.dev/token-expires"]?.stringValue
    #expect(expiry?.contains("token[cluster1-metrics-token].expiry") == true)
    #expect(token.preview["data"]?["metrics_bearer_token"] == "(sensitive)")
  }

  @Test(arguments: Example.variants)
  func `no preview shows what is secret`(_ example: Example) throws {
    let manifests = try render(example.fleet, example.bundles).manifests
    for manifest in manifests {
      for binding in manifest.bindings where binding.isSecret {
        #expect(manifest.preview[binding.path] == "(sensitive)")
      }
    }
    // Where no key and no password is the fleet's, nothing is.
    let hasSecrets = manifests.flatMap(\.bindings).contains { $0.isSecret }
    #expect(hasSecrets || example.fleet.hub.grafanaDesign.existing != nil)
  }
}
