"""Prepares the built template for LocalStack, and reads stacks there.

stacks.py strip TEMPLATE          removes what LocalStack cannot create
stacks.py parameter STACK NAME    prints the value of a parameter
stacks.py output STACK NAME       prints the value of an output
stacks.py tags STACK              prints the tags
stacks.py shared STACK STACK      prints the resources that both stacks have
stacks.py delete STACK            deletes a stack and waits for its end
stacks.py remaining NAME          prints the stores of an installation, whether a stack has them or not
stacks.py foreign STACK STACK     prints the metrics of one installation that alarms of the other watch
stacks.py step WORKFLOW NAME      prints the script of a workflow's step
"""

import sys

import boto3
from samcli.yamlhelper import yaml_dump, yaml_parse

NOT_CREATED = (
    "AWS::ApiGatewayV2::",
    "AWS::CloudFront::",
    "AWS::Lambda::Permission",
    "AWS::Route53::",
    "AWS::Serverless::Function",
)


def client(service):
    return boto3.client(service, region_name="eu-central-1")


def strip(path):
    with open(path, encoding="utf-8") as file:
        template = yaml_parse(file.read())
    resources = template["Resources"]
    for name in [name for name, it in resources.items() if it["Type"].startswith(NOT_CREATED)]:
        del resources[name]
    for it in resources.values():
        # LocalStack does not know RetainExceptOnCreate.
        if it.get("DeletionPolicy") == "RetainExceptOnCreate":
            it["DeletionPolicy"] = "Retain"
    del template["Globals"]
    resources["Alarms"]["Properties"]["Parameters"]["ApiId"] = "api"
    for output in ("WebhookUrl", "DomainTarget"):
        del template["Outputs"][output]
    with open(path, "w", encoding="utf-8") as file:
        file.write(yaml_dump(template))


def stack(name):
    return client("cloudformation").describe_stacks(StackName=name)["Stacks"][0]


def parameter(name, key):
    print(next(it["ParameterValue"] for it in stack(name)["Parameters"] if it["ParameterKey"] == key))


def output(name, key):
    print(next(it["OutputValue"] for it in stack(name)["Outputs"] if it["OutputKey"] == key))


def tags(name):
    print(" ".join(sorted(f"{it['Key']}={it['Value']}" for it in stack(name)["Tags"])))


def resources(name):
    """Returns the type and physical id of each resource, also of nested stacks."""
    found = set()
    for it in client("cloudformation").describe_stack_resources(StackName=name)["StackResources"]:
        found.add((it["ResourceType"], it["PhysicalResourceId"]))
        if it["ResourceType"] == "AWS::CloudFormation::Stack":
            found |= resources(it["PhysicalResourceId"])
    # LocalStack creates no dashboard.
    return {it for it in found if it[1] != "unknown"}


def shared(first, second):
    print(sorted(resources(first) & resources(second)))


def delete(name):
    client("cloudformation").delete_stack(StackName=name)
    client("cloudformation").get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1})


def remaining(name):
    tables = client("dynamodb").list_tables()["TableNames"]
    queues = client("sqs").list_queues(QueueNamePrefix=f"{name}-").get("QueueUrls", [])
    secrets = client("secretsmanager").list_secrets()["SecretList"]
    found = [it for it in tables if it == f"{name}-ledger"]
    found += sorted(it.rsplit("/", 1)[1] for it in queues)
    found += sorted(it["Name"] for it in secrets if it["Name"].startswith(f"{name}/"))
    print(" ".join(found))


def watched(name):
    """Returns the namespace and the dimensions of each metric of the stack's alarms."""
    names = [it for kind, it in resources(name) if kind == "AWS::CloudWatch::Alarm"]
    for alarm in client("cloudwatch").describe_alarms(AlarmNames=names, MaxRecords=100)["MetricAlarms"]:
        for it in alarm.get("Metrics") or [{"MetricStat": {"Metric": alarm}}]:
            metric = it.get("MetricStat", {}).get("Metric", {"Namespace": "", "Dimensions": []})
            yield from [metric["Namespace"], *(dimension["Value"] for dimension in metric["Dimensions"])]


def foreign(*stacks):
    """A text belongs to the installation with the longest name that it begins with."""
    found = {name: set(watched(name)) for name in stacks}
    if not all(name in texts for name, texts in found.items()):
        sys.exit("The alarms watch no metric of their own installation.")
    owners = {
        text: max((name for name in stacks if f"{text}-".startswith(f"{name}-")), key=len, default=None)
        for text in set().union(*found.values())
    }
    print(sorted(text for name, texts in found.items() for text in texts if owners[text] not in (None, name)))


def step(path, name):
    with open(path, encoding="utf-8") as file:
        jobs = yaml_parse(file.read())["jobs"]
    print(next(it["run"] for job in jobs.values() for it in job["steps"] if it.get("name") == name))


globals()[sys.argv[1]](*sys.argv[2:])
