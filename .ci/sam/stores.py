"""Reads events and answers of invocations, and what these have left in the stores.

stores.py body EVENT       the body of the request that an event of API Gateway holds
stores.py status ANSWER    the status of an answer; of one that has none, all of it
stores.py records          every record of the ledger: subject, state and version
stores.py messages         takes every message from the queue: its id and the state that it tells

The stores are where AWS_ENDPOINT_URL_DYNAMODB and AWS_ENDPOINT_URL_SQS say.
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


def status(answer):
    told = read(answer)
    return [told["statusCode"] if "statusCode" in told else json.dumps(told)]


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
    tellers = {"body": body, "status": status, "records": records, "messages": messages}
    print(*tellers[what](*arguments), sep="\n")


main(*sys.argv[1:])
