#!/usr/bin/env python3
"""Condenses Kubernetes' generated.proto files into the sandbox's table of protobuf messages.

usage: condense-protobuf.py KUBERNETES/staging/src/k8s.io > Sources/fedctl-sandbox/Tables/Protobuf/MessageTable.swift

The folder holds k8s.io/api and k8s.io/apimachinery as `api` and `apimachinery`; the committed table
is made from their commits 10b39a39bcee and eed236ceee2c.

`kubectl create` writes with typed clients, which send protobuf. A line is a message, or a kind of
object, and its fields as name:number:type. A type is s (text), i (integer), b (boolean), y (bytes),
q (quantity), t (time), n (integer or text) or the name of a message; `*` before it says that the
field repeats, `%` that it is a map from texts. Messages of a version that has others under the same
names have its group and version before their names, as `autoscaling/v1.HorizontalPodAutoscaler`.
"""
import re
import sys

# Of messages with one name, the first counts.
FOLDERS = """apimachinery/pkg/apis/meta/v1 api/core/v1 api/rbac/v1 api/authentication/v1
api/authorization/v1 api/apps/v1 api/batch/v1 api/autoscaling/v2 api/networking/v1
api/policy/v1""".split()
KINDS = """Namespace Secret ConfigMap ServiceAccount Service Role RoleBinding ClusterRole
ClusterRoleBinding TokenRequest TokenReview SelfSubjectAccessReview SelfSubjectRulesReview
SubjectAccessReview SelfSubjectReview DeleteOptions Deployment Job HorizontalPodAutoscaler Ingress
PodDisruptionBudget""".split()
# What typed clients send in an older version too.
OLDER = {"autoscaling/v1": ["HorizontalPodAutoscaler"]}
SCALARS = {"string": "s", "bool": "b", "bytes": "y", "int32": "i", "int64": "i"}
SPECIAL = {"Quantity": "q", "Time": "t", "MicroTime": "t", "IntOrString": "n"}
FIELD = re.compile(r"^  (optional|repeated|map<string, ([\w.]+)>) ?([\w.]*) (\w+) = (\d+);", re.M)



def read(folder):
    with open(f"{sys.argv[1]}/{folder}/generated.proto") as file:
        text = file.read()
    return dict(re.findall(r"^message (\w+) \{\n(.*?)^\}", text, re.M | re.S))


messages = {}
for folder in FOLDERS:
    messages = {**read(folder), **messages}
lines, done = [], set()


def type_of(name, version, own):
    short = name.rsplit(".", 1)[-1]
    if short in SCALARS or short in SPECIAL:
        return SCALARS.get(short) or SPECIAL[short]
    if short in own:
        return condense(short, version, own)
    return condense(short, "", messages)


def condense(name, version, own):
    full = version + name
    if full in done:
        return full
    done.add(full)
    fields = []
    for label, value, kind, field, number in FIELD.findall(own[name]):
        if (value or kind).rsplit(".", 1)[-1] not in {*SCALARS, *SPECIAL, *messages}:
            continue  # of a group that is not stable yet
        mark = "*" if label == "repeated" else "%" if value else ""
        field = re.sub("^(aPI|uID)", lambda match: match[0].lower(), field)
        fields.append(f"{field}:{number}:{mark}{type_of(value or kind, version, own)}")
    lines.append(" ".join([full, *fields]))
    return full


for kind in KINDS:
    condense(kind, "", messages)
for version, kinds in OLDER.items():
    for kind in kinds:
        condense(kind, version + ".", read("api/" + version))
print("// Written by Scripts/condense-protobuf.py, which says how to read it.\n")
print('let messageTable = """')
print("\n".join(f"  {line}" for line in sorted(lines)))
print('  """')
