"""Expands a SAM template to CloudFormation as a deployment does, offline.

expand.py TEMPLATE OUTPUT
"""

import json
import sys

import boto3
from samcli.yamlhelper import yaml_parse
from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator


def packaged(template):
    """Sets the addresses of code and nested templates as a deployment does after the upload; the translator needs them."""
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://bucket/code.zip"
        if resource["Type"] == "AWS::Serverless::Application":
            resource["Properties"]["Location"] = "https://s3.us-east-1.amazonaws.com/bucket/nested.yaml"
    return template


def expanded(template):
    translator = Translator({}, Parser(), boto_session=boto3.Session(region_name="us-east-1"))
    return translator.translate(template, parameter_values={})


def main(source, target):
    with open(source, encoding="utf-8") as file:
        template = packaged(yaml_parse(file.read()))
    try:
        result = expanded(template)
    except InvalidDocumentException as invalid:
        sys.exit("\n".join([invalid.message, *(cause.message for cause in invalid.causes)]))
    with open(target, "w", encoding="utf-8") as file:
        json.dump(result, file, indent=2, default=str)


main(*sys.argv[1:])
