#!/usr/bin/env python3
"""Condenses Kubernetes' OpenAPI document and CRD manifests into the sandbox's schema table.

usage: condense-schemas.py [--check] FOLDER > Sources/fedctl-sandbox/Tables/Schema/SchemaTable.swift

FOLDER holds the inputs below, in the versions below; other versions are refused, so that the table
can be made again byte for byte. With --check nothing is written: the committed table is compared,
and exit status 1 says that it differs.

Equal types are written once; an entry refers to earlier entries by their number:

    t i I n b               a text, an int32, an int64, a number, a truth value
    y T M q                 base64, a time, a time with microseconds, a quantity
    s                       an integer or a text
    ?                       anything; merged field by field
    a                       anything; one value, replaced as a whole
    m3                      a map with values of type 3
    A3                      such a map, replaced as a whole
    l3                      a list that is replaced as a whole
    S3                      a set
    L3 port,protocol=TCP    a list of objects known by these keys, with a key's default
    {name:3 spec:12}        an object with these fields
    !{name:3}               such an object, replaced as a whole
    ?{name:3}               such an object, which may have other fields too
    =apps/v1 Deployment 12  the type of a kind; `=* * 12` that of all others
    @apps.example/v1 X {}   how a definition names and shows its kind (JSON)

After l, S or L may follow ~name: the key by which a strategic merge patch merges the list. A type
of a definition may end with ` %` and its constraints (JSON), under the names that JSON Schema has
for them; `rules` says that the type has rules in CEL.
"""
import hashlib
import json
import pathlib
import sys

import yaml

# What the committed table was made from, with the first digits of each file's SHA-256:
# Kubernetes 1.36 (api/openapi-spec/swagger.json), prometheus-operator 0.93.0
# (example/prometheus-operator-crd-full), operator-framework/api (crds) and openshift/api (route/v1).
INPUTS = """
dcede2063da1d7ad kubernetes/swagger.json
0e8eccd22699818c crds/monitoring.coreos.com_alertmanagers.yaml
45a93443daa687d3 crds/monitoring.coreos.com_podmonitors.yaml
f4ead9704bd4c630 crds/monitoring.coreos.com_probes.yaml
c0eed4b2c38a58e3 crds/monitoring.coreos.com_prometheuses.yaml
78be98554b9c8506 crds/monitoring.coreos.com_prometheusrules.yaml
d525ef261d8a3a05 crds/monitoring.coreos.com_scrapeconfigs.yaml
a99047972c9dd767 crds/monitoring.coreos.com_servicemonitors.yaml
160bcffd1ce4904b crds/monitoring.coreos.com_thanosrulers.yaml
1aebb0cb404e54a1 crds/olm_catalogsources.crd.yaml
4e57cc02c5dbf0de crds/olm_clusterserviceversions.crd.yaml
eed0a139a512063d crds/olm_installplans.crd.yaml
9426c81e19b5663b crds/olm_olmconfigs.crd.yaml
2ba6cb6ace431f58 crds/olm_operatorconditions.crd.yaml
b53a9cbc012f7fa8 crds/olm_operatorgroups.crd.yaml
587f0d14b7b89ffe crds/olm_operators.crd.yaml
4cda7ae7df864c32 crds/olm_subscriptions.crd.yaml
d35625a8448d4cdc crds/route.openshift.io_routes.yaml
"""
KINDS = """
v1 Namespace|v1 Secret|v1 ConfigMap|v1 ServiceAccount|v1 Service|v1 PersistentVolumeClaim|v1 Pod
v1 Event|v1 Node|apps/v1 Deployment|apps/v1 StatefulSet|apps/v1 DaemonSet|apps/v1 ReplicaSet
batch/v1 Job|autoscaling/v1 Scale|autoscaling/v1 HorizontalPodAutoscaler
autoscaling/v2 HorizontalPodAutoscaler|storage.k8s.io/v1 StorageClass
rbac.authorization.k8s.io/v1 Role|rbac.authorization.k8s.io/v1 RoleBinding
rbac.authorization.k8s.io/v1 ClusterRole|rbac.authorization.k8s.io/v1 ClusterRoleBinding
networking.k8s.io/v1 NetworkPolicy|networking.k8s.io/v1 Ingress|networking.k8s.io/v1 IngressClass
apiregistration.k8s.io/v1 APIService|policy/v1 PodDisruptionBudget|coordination.k8s.io/v1 Lease
apiextensions.k8s.io/v1 CustomResourceDefinition|authentication.k8s.io/v1 TokenReview
authentication.k8s.io/v1 TokenRequest|authorization.k8s.io/v1 SelfSubjectAccessReview
authorization.k8s.io/v1 SubjectAccessReview|authorization.k8s.io/v1 SelfSubjectRulesReview
authorization.k8s.io/v1 LocalSubjectAccessReview|authentication.k8s.io/v1 SelfSubjectReview
""".replace("\n", "|").split("|")
# The published document leaves out defaults; of the keys of lists, these have one.
KEY_DEFAULTS = {"protocol": "TCP"}
METADATA = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"
# Types whose form the published document does not tell.
SPECIAL = {
    "io.k8s.apimachinery.pkg.api.resource.Quantity": "q",
    "io.k8s.apimachinery.pkg.util.intstr.IntOrString": "s",
    "io.k8s.apimachinery.pkg.apis.meta.v1.Time": "T",
    "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime": "M",
}
CONSTRAINTS = """enum pattern minimum maximum minLength maxLength minItems maxItems minProperties
maxProperties required default nullable""".split()

# YAML 1.1 gives a plain `=`, which is an enum's value in some CRDs, a tag of its own.
yaml.CSafeLoader.add_constructor("tag:yaml.org,2002:value", lambda loader, node: node.value)

lines, numbers = [], {}


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def line(text):
    if text not in numbers:
        numbers[text] = len(lines)
        lines.append(text)
    return numbers[text]


class Condenser:
    """Turns JSON Schemas into lines; `constrains` where the schema alone says what is valid."""

    def __init__(self, definitions, constrains=False):
        self.definitions = definitions
        self.constrains = constrains
        self.known = {}

    def type(self, schema):
        reference = schema.get("$ref")
        if reference:
            name = reference.rsplit("/", 1)[1]
            if name in SPECIAL:
                return line(SPECIAL[name])
            if name not in self.known:
                self.known[name] = line("?")  # a type that contains itself ends here
                self.known[name] = self.type(self.definitions[name])
            return self.known[name]
        if "allOf" in schema and len(schema["allOf"]) == 1 and "type" not in schema:
            return self.type(schema["allOf"][0] | {k: v for k, v in schema.items() if k != "allOf"})
        return line(self.shape(schema) + self.constraints(schema))

    def constraints(self, schema):
        if not self.constrains:
            return ""
        found = {key: schema[key] for key in CONSTRAINTS if key in schema}
        if schema.get("x-kubernetes-validations"):
            found["rules"] = True
        return f" %{compact(found)}" if found else ""

    def shape(self, schema):
        if schema.get("x-kubernetes-int-or-string"):
            return "s"
        kind = schema.get("type")
        atomic = schema.get("x-kubernetes-map-type") == "atomic"
        if kind == "array":
            return self.list(schema)
        if schema.get("properties") and not schema.get("x-kubernetes-preserve-unknown-fields"):
            return self.object(schema["properties"], atomic)
        if isinstance(schema.get("additionalProperties"), dict):
            return f"{'A' if atomic else 'm'}{self.type(schema['additionalProperties'])}"
        if kind == "object" or kind is None:
            return "a" if atomic else "?"
        return self.scalar(kind, schema.get("format"))

    def scalar(self, kind, form):
        if kind == "integer":
            return "i" if form == "int32" else "I"
        if kind == "string" and form == "byte" and not self.constrains:
            return "y"
        # Of built-in kinds, references to types of their own say so.
        if kind == "string" and form == "date-time":
            return "T"
        return {"string": "t", "number": "n", "boolean": "b"}[kind]

    def list(self, schema):
        element = schema["items"]
        merge = schema.get("x-kubernetes-patch-merge-key", "")
        merges = "merge" in schema.get("x-kubernetes-patch-strategy", "")
        merge = f" ~{merge}" if merges else ""
        number = self.type(element)
        match schema.get("x-kubernetes-list-type"):
            case "map":
                keys = [self.key(element, key) for key in schema["x-kubernetes-list-map-keys"]]
                return f"L{number} {','.join(keys)}{merge}"
            case "set":
                return f"S{number}{merge}"
            case _:
                return f"l{number}{merge}"

    def key(self, element, key):
        if "$ref" in element:
            element = self.definitions[element["$ref"].rsplit("/", 1)[1]]
        default = element.get("properties", {}).get(key, {}).get("default", KEY_DEFAULTS.get(key))
        return f"{key}={default}" if default is not None else key

    def object(self, properties, atomic):
        fields = " ".join(f"{name}:{self.type(part)}" for name, part in properties.items())
        return f"{'!' if atomic else ''}{{{fields}}}"


def packed(lines, width=280):
    """Several entries share a line, with a tab between them: no entry has one."""
    rows = [""]
    for entry in lines:
        if rows[-1] and len(rows[-1]) + len(entry) < width:
            rows[-1] += f"\t{entry}"
        else:
            rows.append(entry)
    return rows[1:]


def served(crd):
    """How a definition's versions name and show their kind, for discovery and tables."""
    spec = crd["spec"]
    names = spec["names"]
    for version in filter(lambda version: version["served"], spec["versions"]):
        told = {"plural": names["plural"]}
        for key in ("singular", "shortNames", "categories"):
            if names.get(key):
                told[key] = names[key]
        told["scope"] = spec["scope"]
        if version.get("subresources"):
            told["subresources"] = version["subresources"]
        if version.get("additionalPrinterColumns"):
            told["columns"] = [
                {key: column[key] for key in ("name", "type", "jsonPath", "priority") if key in column}
                for column in version["additionalPrinterColumns"]
            ]
        yield version, f"{spec['group']}/{version['name']} {names['kind']}", told


def condensed(folder):
    builtin = Condenser(json.loads((folder / "kubernetes/swagger.json").read_text())["definitions"])
    roots, definitions = {}, []
    for name, schema in builtin.definitions.items():
        for gvk in schema.get("x-kubernetes-group-version-kind", []):
            version = f"{gvk['group']}/{gvk['version']}".lstrip("/")
            root = f"{version} {gvk['kind']}"
            if root in KINDS:
                roots[root] = builtin.type({"$ref": f"#/definitions/{name}"})
    metadata = builtin.type({"$ref": f"#/definitions/{METADATA}"})
    for path in inputs(folder):
        if path.suffix != ".yaml":
            continue
        for crd in filter(None, yaml.load_all(path.read_text(), yaml.CSafeLoader)):
            for version, root, told in served(crd):
                custom = Condenser({}, constrains=True)
                schema = version["schema"]["openAPIV3Schema"]
                fields = {"apiVersion": {"type": "string"}, "kind": {"type": "string"}}
                fields |= {k: v for k, v in schema["properties"].items() if k != "metadata"}
                types = {name: custom.type(part) for name, part in fields.items()}
                types["metadata"] = metadata
                shape = " ".join(f"{name}:{number}" for name, number in types.items())
                roots[root] = line(f"{{{shape}}}{custom.constraints(schema)}")
                definitions.append(f"@{root} {compact(told)}")
    roots["* *"] = line(f"?{{apiVersion:{line('t')} kind:{line('t')} metadata:{metadata}}}")
    lines.extend(f"={root} {number}" for root, number in sorted(roots.items()))
    lines.extend(sorted(definitions))
    rows = "\n".join(f"  {row}" for row in packed(lines))
    return (
        "// Written by Scripts/condense-schemas.py, which says how to read it.\n\n"
        f'let schemaTable = ##"""\n{rows}\n  """##\n'
    )


def inputs(folder):
    return [folder / row.split()[1] for row in INPUTS.strip().splitlines()]


def check_inputs(folder):
    for row in INPUTS.strip().splitlines():
        digest, name = row.split()
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if not found.startswith(digest):
            sys.exit(f"condense-schemas: {folder / name} is another version than the table's")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__.split("\n\n")[1])
    folder = pathlib.Path(sys.argv[-1])
    check_inputs(folder)
    text = condensed(folder)
    if "--check" not in sys.argv:
        return sys.stdout.write(text)
    root = pathlib.Path(__file__).resolve().parent.parent
    table = root / "Sources/fedctl-sandbox/Tables/Schema/SchemaTable.swift"
    if table.read_text() != text:
        sys.exit("condense-schemas: the committed table is not what these inputs give")
    print("condense-schemas: the committed table is what its inputs give")


main()
