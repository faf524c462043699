"""Prints what jobs of workflows may do besides reading, as FILE JOB: PERMISSION: VALUE, with - for the whole workflow.

permissions.py FILE...
"""

import sys

import yaml


def beyond_reading(permissions):
    if isinstance(permissions, dict):
        return [f"{name}: {value}" for name, value in permissions.items() if value not in ("read", "none")]
    return [] if permissions == "read-all" else [permissions]


for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        workflow = yaml.safe_load(file)
    scopes = {"-": {"permissions": "the default of the repository"} | workflow} | workflow["jobs"]
    for name, scope in scopes.items():
        for permission in beyond_reading(scope.get("permissions", {})):
            print(f"{path} {name}: {permission}")
