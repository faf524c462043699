"""Reads events, responses of invocations, and the records and messages in the stores.

stores.py body EVENT        prints the request body of an API Gateway event
stores.py status RESPONSE   prints the status of a response, or the whole response if it has none
stores.py records           prints every record of the ledger: subject, state and version
stores.py messages          takes every message from the queue, and prints its id and state

AWS_ENDPOINT_URL_DYNAMODB and AWS_ENDPOINT_URL_SQS are the addresses of the stores.
"""

import json
import sys

import boto3


def client(service):
    return boto3.client(
        service, region_name="us-east-1", aws_access_key_id="local", aws_secret_access_key="local"
    )


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def body(event):
    return [read(event)["body"]]


def status(path):
    response = read(path)
    return [response["statusCode"] if "statusCode" in response else json.dumps(response)]


def records():
    items = client("dynamodb").scan(TableName="rampline-ledger", ConsistentRead=True)["Items"]
    subjects = [item for item in items if "state" in item]
    return sorted(f"{item['subject']['S']} {item['state']['S']} {item['version']['N']}" for item in subjects)


def messages():
    sqs = client("sqs")
    queue = sqs.get_queue_url(QueueName="rampline-events.fifo")["QueueUrl"]
    while received := sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages"):
        for message in received:
            sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
            event = json.loads(message["Body"])
            yield f"{event['id']} {event['data']['state']}"


def main(what, *arguments):
    commands = {"body": body, "status": status, "records": records, "messages": messages}
    print(*commands[what](*arguments), sep="\n")


main(*sys.argv[1:])
