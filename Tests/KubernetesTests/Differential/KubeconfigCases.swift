import Testing

/// A kubeconfig as somebody writes it, for the context `hub`.
///
/// `HTTP`, `HTTPS` and `PROXY` stand for the servers' addresses; files named in it are beside it.
struct KubeconfigCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  /// Variables for both; they stand for the same as in the file.
  var environment: [String: String] = [:]

  var testDescription: String { name }

  /// A whole file.
  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }

  /// A user of a cluster that is trusted by its authority.
  ///
  /// Nobody without a token: over TLS kubectl then asks for a login, which fedctl, often without a
  /// terminal, leaves to the server's refusal.
  init(
    _ name: String,
    cluster: String = "{server: HTTPS/hub, certificate-authority: ca.pem}",
    user: String = "{token: t}",
  ) {
    self.init(
      name,
      """
      apiVersion: v1
      kind: Config
      clusters: [{name: c, cluster: \(cluster)}]
      contexts: [{name: hub, context: {cluster: c, user: u}}]
      users: [{name: u, user: \(user)}]
      """,
    )
  }

  /// A user whose credentials a program gives.
  init(_ name: String, exec: String, cluster: String? = nil) {
    let user = "{exec: \(exec)}"
    if let cluster {
      self.init(name, cluster: cluster, user: user)
    } else {
      self.init(name, user: user)
    }
  }
}

extension KubeconfigCase {
  private static let v1 = "apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never"
  private static let beta = "apiVersion: client.authentication.k8s.io/v1beta1"
  private static let trusted = "certificate-authority: ca.pem"

  static let users = [
    Self("token", user: "{token: sha256~abc}"),
    Self("token with a line break", user: #"{token: "abc\n"}"#),
    Self("token with a header behind it", user: #"{token: "abc\r\nX-Other: 1"}"#),
    Self("token file", user: "{tokenFile: token.txt}"),
    Self("token and token file", user: "{token: other, tokenFile: token.txt}"),
    Self("token file that is missing", user: "{tokenFile: nowhere.txt}"),
    Self("login", user: "{username: admin, password: 'p:w'}"),
    Self("login without a password", user: "{username: admin}"),
    Self("password without a login", user: "{password: pw, token: t}"),
    Self("login and token", user: "{username: admin, password: pw, token: t}"),
    Self("certificate", user: "{client-certificate: client.pem, client-key: client.key}"),
    Self(
      "certificate and token",
      user: "{client-certificate: client.pem, client-key: client.key, token: t}",
    ),
    Self("certificate without its key", user: "{client-certificate: client.pem}"),
    Self("key without its certificate", user: "{client-key: client.key, token: t}"),
    Self(
      "certificate that is missing",
      user: "{client-certificate: no.pem, client-key: client.key}",
    ),
    Self(
      "key with a passphrase",
      user: "{client-certificate: client.pem, client-key: encrypted.key}",
    ),
    Self(
      "key with a passphrase, PKCS 8",
      user: "{client-certificate: client.pem, client-key: encrypted8.key}",
    ),
    Self(
      "certificate that is no base64",
      user: "{client-certificate-data: '%%', client-key: client.key}",
    ),
    Self(
      "impersonation",
      user: "{token: t, as: admin, as-groups: [masters, people], as-uid: '7'}",
    ),
    Self(
      "impersonation with more",
      user: "{token: t, as: admin, as-user-extra: {scopes: [view, edit], other: [x]}}",
    ),
    Self("impersonated groups without a user", user: "{token: t, as-groups: [masters]}"),
    Self(
      "fields of nobody",
      user: "{token: t, color: red, extensions: [{name: x, extension: {}}]}",
    ),
    Self("number for a token", user: "{token: 12345}"),
  ]

  static let plugins = [
    Self(
      "plugin",
      exec:
        "{\(v1), command: ./plugin.py, args: [--region, us-east-1], env: [{name: AWS_PROFILE, value: staging}]}",
    ),
    Self("plugin of v1beta1", exec: "{\(beta), command: ./plugin.py}"),
    Self(
      "plugin of v1alpha1",
      exec: "{apiVersion: client.authentication.k8s.io/v1alpha1, command: ./plugin.py}",
    ),
    Self(
      "plugin of v1 without a mode",
      exec: "{apiVersion: client.authentication.k8s.io/v1, command: ./plugin.py}",
    ),
    Self(
      "plugin that wants a terminal",
      exec: "{\(beta), command: ./plugin.py, interactiveMode: Always}",
    ),
    Self(
      "plugin with another mode",
      exec: "{\(beta), command: ./plugin.py, interactiveMode: Perhaps}",
    ),
    Self("plugin without a command", exec: "{\(v1)}"),
    Self("plugin without a version", exec: "{command: ./plugin.py}"),
    Self(
      "plugin that is missing",
      exec: "{\(v1), command: kubelogin-not-there, installHint: Install it}",
    ),
    Self("plugin that fails", exec: "{\(v1), command: ./plugin.py, args: [fail]}"),
    Self("plugin that says more", exec: "{\(v1), command: ./plugin.py, args: [noisy]}"),
    Self("plugin that gives nothing", exec: "{\(v1), command: ./plugin.py, args: [nothing]}"),
    Self(
      "plugin that speaks another version",
      exec: "{\(v1), command: ./plugin.py, args: [other]}",
    ),
    Self(
      "plugin with a number in its environment",
      exec: "{\(v1), command: ./plugin.py, env: [{name: TTL, value: 900}]}",
    ),
    Self("plugin with a number as argument", exec: "{\(v1), command: ./plugin.py, args: [900]}"),
    Self(
      "plugin with a variable without a name",
      exec: "{\(v1), command: ./plugin.py, env: [{value: x}]}",
    ),
    Self(
      "plugin that asks for the cluster",
      exec: "{\(v1), command: ./plugin.py, provideClusterInfo: true}",
    ),
    Self(
      "plugin that is told all of the cluster",
      exec: "{\(v1), command: ./plugin.py, provideClusterInfo: true}",
      cluster: """
        {server: HTTPS/hub, \(trusted), tls-server-name: api.example.com, disable-compression: true,
          extensions: [{name: client.authentication.k8s.io/exec, extension: {audience: prod}}]}
        """,
    ),
    Self("plugin beside a token", user: "{token: t, exec: {\(v1), command: ./plugin.py}}"),
    Self(
      "plugin beside a certificate",
      user:
        "{client-certificate: client.pem, client-key: client.key, exec: {\(v1), command: ./plugin.py}}",
    ),
  ]

  static let clusters = [
    Self("authority as data", cluster: "{server: HTTPS/hub, certificate-authority-data: CADATA}"),
    Self(
      "authority that is missing",
      cluster: "{server: HTTPS/hub, certificate-authority: no.pem}",
    ),
    Self("no authority", cluster: "{server: HTTPS/hub}"),
    Self(
      "insecure",
      cluster: "{server: HTTPS/hub, insecure-skip-tls-verify: true}",
      user: "{token: t}",
    ),
    Self(
      "insecure and an authority",
      cluster: "{server: HTTPS/hub, \(trusted), insecure-skip-tls-verify: true}",
    ),
    Self("insecure as text", cluster: "{server: HTTPS/hub, insecure-skip-tls-verify: 'yes'}"),
    Self(
      "another name",
      cluster: "{server: HTTPS/hub, \(trusted), tls-server-name: api.example.com}",
    ),
    Self(
      "a name that the certificate has not",
      cluster: "{server: HTTPS/hub, \(trusted), tls-server-name: other.example.com}",
    ),
    Self("slash at the end", cluster: "{server: HTTPS/hub/, \(trusted)}"),
    Self("no server", cluster: "{\(trusted)}"),
    Self("server of another scheme", cluster: "{server: 'ftp://127.0.0.1/hub'}"),
    Self("plain HTTP", cluster: "{server: HTTP/hub}", user: "{}"),
    Self("plain HTTP with a token", cluster: "{server: HTTP/hub}", user: "{token: t}"),
    Self(
      "plain HTTP with a login",
      cluster: "{server: HTTP/hub}",
      user: "{username: u, password: p}",
    ),
    Self(
      "plain HTTP with impersonation",
      cluster: "{server: HTTP/hub}",
      user: "{token: t, as: admin}",
    ),
    Self(
      "plain HTTP with a plugin",
      exec: "{\(v1), command: ./plugin.py}",
      cluster: "{server: HTTP/hub}",
    ),
    Self(
      "plain HTTP with a plugin of v1alpha1",
      exec: "{apiVersion: client.authentication.k8s.io/v1alpha1, command: ./plugin.py}",
      cluster: "{server: HTTP/hub}",
    ),
    Self(
      "plain HTTP with a plugin that wants a terminal",
      exec: "{\(beta), command: ./plugin.py, interactiveMode: Always}",
      cluster: "{server: HTTP/hub}",
    ),
    Self(
      "plain HTTP with a plugin without a mode",
      exec: "{apiVersion: client.authentication.k8s.io/v1, command: ./plugin.py}",
      cluster: "{server: HTTP/hub}",
    ),
    Self(
      "plain HTTP with a provider of old",
      cluster: "{server: HTTP/hub}",
      user: "{auth-provider: {name: gcp, config: {}}}",
    ),
    Self(
      "socks proxy that resolves",
      cluster:
        "{server: 'https://only-behind.internal/hub', \(trusted), proxy-url: 'socks5://PROXY'}",
    ),
    Self(
      "HTTP proxy",
      cluster:
        "{server: 'https://only-behind.internal/hub', \(trusted), proxy-url: 'http://PROXY'}",
      user: "{token: t}",
    ),
    Self(
      "proxy of another scheme",
      cluster: "{server: HTTPS/hub, \(trusted), proxy-url: 'socks4://PROXY'}",
    ),
    Self(
      "proxy for this machine",
      cluster: "{server: HTTPS/hub, \(trusted), proxy-url: 'socks5://PROXY'}",
    ),
  ]

  static let files = [
    Self(
      "JSON as a cloud writes it",
      #"{"apiVersion":"v1","kind":"Config","clusters":[{"name":"arn:aws:eks:1:cluster/c","cluster":{"server":"HTTP/eks"}}],"contexts":[{"name":"hub","context":{"cluster":"arn:aws:eks:1:cluster/c","user":"u"}}],"users":[{"name":"u","user":{}}]}"#,
    ),
    Self(
      "without version and kind",
      "clusters: [{name: c, cluster: {server: HTTP/a}}]\ncontexts: [{name: hub, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {}}]",
    ),
    Self(
      "documents behind it",
      "clusters: [{name: c, cluster: {server: HTTP/a}}]\ncontexts: [{name: hub, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {}}]\n---\n",
    ),
    Self(
      "merge keys",
      "x: &all {server: HTTP/merged}\nclusters: [{name: c, cluster: {<<: *all}}]\ncontexts: [{name: hub, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {}}]",
    ),
    Self("a Secret", "apiVersion: v1\nkind: Secret\ndata: {kubeconfig: abc}"),
    Self("a list", "- a\n- b"),
    Self(
      "another version",
      "apiVersion: v2\nkind: Config\nclusters: [{name: c, cluster: {server: HTTP/a}}]\ncontexts: [{name: hub, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {}}]",
    ),
    Self("no YAML", "clusters: [\n"),
    Self(
      "a number for a name",
      "clusters: [{name: c, cluster: {server: HTTP/a}}]\ncontexts: [{name: 2024, context: {cluster: c, user: u}}, {name: hub, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {}}]",
    ),
    Self(
      "one name twice",
      "clusters: [{name: c, cluster: {server: HTTP/a}}, {name: c, cluster: {server: HTTP/b}}]\ncontexts: [{name: hub, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {}}]",
    ),
    Self(
      "a cluster that is nowhere",
      "clusters: []\ncontexts: [{name: hub, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {}}]",
    ),
    Self(
      "no user",
      "clusters: [{name: c, cluster: {server: HTTP/a}}]\ncontexts: [{name: hub, context: {cluster: c}}]",
    ),
    Self(
      "no context of that name",
      "clusters: [{name: c, cluster: {server: HTTP/a}}]\ncontexts: [{name: other, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {}}]",
    ),
  ]

  /// A server that is reached through the proxy alone.
  private static let behind = "{server: 'https://only-behind.internal/hub', \(trusted)}"

  /// What the environment says of proxies and authorities.
  static let environments = [
    Self("HTTPS_PROXY", cluster: behind).with(["HTTPS_PROXY": "http://PROXY"]),
    Self("https_proxy without a scheme", cluster: behind).with(["https_proxy": "PROXY"]),
    Self("socks5 in HTTPS_PROXY", cluster: behind).with(["HTTPS_PROXY": "socks5://PROXY"]),
    Self("HTTP_PROXY for https", cluster: behind).with(["HTTP_PROXY": "http://PROXY"]),
    Self("ALL_PROXY", cluster: behind).with(["ALL_PROXY": "http://PROXY"]),
    Self("HTTPS_PROXY for this machine").with(["HTTPS_PROXY": "http://PROXY"]),
    Self("HTTP_PROXY for this machine", cluster: "{server: HTTP/hub}", user: "{}")
      .with(["HTTP_PROXY": "http://PROXY"]),
    Self("NO_PROXY", cluster: behind)
      .with(["HTTPS_PROXY": "http://PROXY", "NO_PROXY": "example.com,.internal"]),
    Self("NO_PROXY of another port", cluster: behind)
      .with(["HTTPS_PROXY": "http://PROXY", "NO_PROXY": "only-behind.internal:6443"]),
    Self("NO_PROXY of the name that the certificate has", cluster: named)
      .with(["HTTPS_PROXY": "http://PROXY", "NO_PROXY": "api.example.com"]),
    Self("NO_PROXY of the address beside another name", cluster: named)
      .with(["HTTPS_PROXY": "http://PROXY", "no_proxy": "only-behind.internal"]),
    Self("proxy-url beside HTTPS_PROXY", cluster: proxied).with([
      "HTTPS_PROXY": "http://127.0.0.1:1"
    ]),
    Self("proxy-url beside NO_PROXY", cluster: proxied).with(["NO_PROXY": "*"]),
    Self("SSL_CERT_FILE", cluster: "{server: HTTPS/hub}").with(["SSL_CERT_FILE": "FOLDER/ca.pem"]),
    Self("SSL_CERT_DIR", cluster: "{server: HTTPS/hub}").with(["SSL_CERT_DIR": "FOLDER/authorities"]
    ),
    Self("several SSL_CERT_DIR", cluster: "{server: HTTPS/hub}")
      .with(["SSL_CERT_DIR": "FOLDER/nowhere:FOLDER/authorities"]),
    Self("SSL_CERT_FILE that is no authority", cluster: "{server: HTTPS/hub}")
      .with(["SSL_CERT_FILE": "FOLDER/token.txt"]),
    Self("SSL_CERT_FILE beside an authority").with(["SSL_CERT_FILE": "FOLDER/token.txt"]),
  ]

  private static let named =
    "{server: 'https://only-behind.internal/hub', \(trusted), tls-server-name: api.example.com}"
  private static let proxied =
    "{server: 'https://only-behind.internal/hub', \(trusted), proxy-url: 'http://PROXY'}"

  private func with(_ environment: [String: String]) -> Self {
    var copy = self
    copy.environment = environment
    return copy
  }

  static let unknownUser = Self(
    "a user that is nowhere",
    "clusters: [{name: c, cluster: {server: HTTP/a}}]\ncontexts: [{name: hub, context: {cluster: c, user: u}}]",
  )

  static let all = users + plugins + clusters + files + environments
}
