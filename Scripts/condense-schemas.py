#!/usr/bin/env python3
"""Condenses Kubernetes' OpenAPI document and CRD manifests into the sandbox's schema table.

usage: condense-schemas.py SWAGGER.json CRD.yaml... > Sources/fedctl-sandbox/Tables/Schema/SchemaTable.swift

Only the structure that a server needs for merging and field validation is kept. Equal types are
written once; an entry refers to earlier entries by their number:

    s                       a scalar
    ?                       anything; merged field by field
    a                       anything; one value, replaced as a whole
    m3                      a map with values of type 3
    l3                      a list that is replaced as a whole
    S3                      a set
    L3 port,protocol=TCP    a list of objects known by these keys, with a key's default
    {name:3 spec:12}        an object with these fields
    !{name:3}               such an object, replaced as a whole
    ?{name:3}               such an object, which may have other fields too
    =apps/v1 Deployment 12  the type of a kind; `=* * 12` that of all others

After l, S or L may follow ~name: the key by which a strategic merge patch merges the list.
"""
import json
import sys

import yaml

KINDS = """
v1 Namespace|v1 Secret|v1 ConfigMap|v1 ServiceAccount|v1 Service|v1 PersistentVolumeClaim|v1 Pod
v1 Event|v1 Node
apps/v1 Deployment|apps/v1 StatefulSet|apps/v1 DaemonSet
rbac.authorization.k8s.io/v1 Role|rbac.authorization.k8s.io/v1 RoleBinding
rbac.authorization.k8s.io/v1 ClusterRole|rbac.authorization.k8s.io/v1 ClusterRoleBinding
networking.k8s.io/v1 NetworkPolicy|networking.k8s.io/v1 Ingress
apiregistration.k8s.io/v1 APIService|policy/v1 PodDisruptionBudget|coordination.k8s.io/v1 Lease
""".replace("\n", "|").split("|")
CUSTOM_KINDS = {
    "Route", "OperatorGroup", "Subscription", "InstallPlan", "ClusterServiceVersion",
    "CatalogSource", "Prometheus", "ServiceMonitor", "PrometheusRule",
}
# The published document leaves out defaults; of the keys of lists, these have one.
KEY_DEFAULTS = {"protocol": "TCP"}
METADATA = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"

# YAML 1.1 gives a plain `=`, which is an enum's value in some CRDs, a tag of its own.
yaml.CSafeLoader.add_constructor("tag:yaml.org,2002:value", lambda loader, node: node.value)

lines, numbers = [], {}


def line(text):
    if text not in numbers:
        numbers[text] = len(lines)
        lines.append(text)
    return numbers[text]


class Condenser:
    def __init__(self, definitions):
        self.definitions = definitions
        self.known = {}

    def type(self, schema):
        reference = schema.get("$ref")
        if reference:
            name = reference.rsplit("/", 1)[1]
            if name not in self.known:
                self.known[name] = line("?")  # a type that contains itself ends here
                self.known[name] = self.type(self.definitions[name])
            return self.known[name]
        if "allOf" in schema and len(schema["allOf"]) == 1 and "type" not in schema:
            return self.type(schema["allOf"][0] | {k: v for k, v in schema.items() if k != "allOf"})
        if schema.get("x-kubernetes-int-or-string"):
            return line("s")
        kind = schema.get("type")
        if kind == "array":
            return self.list(schema)
        atomic = schema.get("x-kubernetes-map-type") == "atomic"
        if schema.get("properties") and not schema.get("x-kubernetes-preserve-unknown-fields"):
            return self.object(schema["properties"], atomic)
        if isinstance(schema.get("additionalProperties"), dict):
            return line("a") if atomic else line(f"m{self.type(schema['additionalProperties'])}")
        if kind == "object" or kind is None:
            return line("a") if atomic else line("?")
        return line("s")

    def list(self, schema):
        element = schema["items"]
        merge = schema.get("x-kubernetes-patch-merge-key", "")
        if "merge" in schema.get("x-kubernetes-patch-strategy", ""):
            merge = f" ~{merge}"
        else:
            merge = ""
        number = self.type(element)
        match schema.get("x-kubernetes-list-type"):
            case "map":
                keys = [self.key(element, key) for key in schema["x-kubernetes-list-map-keys"]]
                return line(f"L{number} {','.join(keys)}{merge}")
            case "set":
                return line(f"S{number}{merge}")
            case _:
                return line(f"l{number}{merge}")

    def key(self, element, key):
        if "$ref" in element:
            element = self.definitions[element["$ref"].rsplit("/", 1)[1]]
        default = element.get("properties", {}).get(key, {}).get("default", KEY_DEFAULTS.get(key))
        return f"{key}={default}" if default is not None else key

    def object(self, properties, atomic):
        fields = " ".join(f"{name}:{self.type(part)}" for name, part in properties.items())
        return line(f"{'!' if atomic else ''}{{{fields}}}")


def packed(lines, width=160):
    """Short entries share a line, with `;` between them."""
    rows = [""]
    for entry in lines:
        if rows[-1] and len(rows[-1]) + len(entry) < width:
            rows[-1] += f";{entry}"
        else:
            rows.append(entry)
    return rows[1:]


def main():
    with open(sys.argv[1]) as file:
        builtin = Condenser(json.load(file)["definitions"])
    roots = {}
    for name, schema in builtin.definitions.items():
        for gvk in schema.get("x-kubernetes-group-version-kind", []):
            version = f"{gvk['group']}/{gvk['version']}".lstrip("/")
            root = f"{version} {gvk['kind']}"
            if root in KINDS:
                roots[root] = builtin.type({"$ref": f"#/definitions/{name}"})
    metadata = builtin.type({"$ref": f"#/definitions/{METADATA}"})
    for path in sys.argv[2:]:
        with open(path) as file:
            for crd in filter(None, yaml.load_all(file, yaml.CSafeLoader)):
                spec = crd["spec"]
                if spec["names"]["kind"] not in CUSTOM_KINDS:
                    continue
                for version in spec["versions"]:
                    if not version["served"]:
                        continue
                    fields = {"apiVersion": {"type": "string"}, "kind": {"type": "string"}}
                    fields |= version["schema"]["openAPIV3Schema"]["properties"]
                    fields["metadata"] = {"$ref": f"#/definitions/{METADATA}"}
                    builtin_root = f"{spec['group']}/{version['name']} {spec['names']['kind']}"
                    roots[builtin_root] = builtin.object(fields, False)
    roots["* *"] = line(f"?{{apiVersion:{line('s')} kind:{line('s')} metadata:{metadata}}}")
    for root, number in sorted(roots.items()):
        lines.append(f"={root} {number}")
    print("// Written by Scripts/condense-schemas.py, which says how to read it.\n")
    print('let schemaTable = #"""')
    print("\n".join(packed(lines)))
    print('"""#')


main()
