"""Makes a user with an access key at a moto server, and prints `ID SECRET`.

    s3_user.py PORT

To be called while the server still asks nobody who they are: it makes three requests.
"""

import json
import sys

import boto3

iam = boto3.client(
    "iam",
    endpoint_url=f"http://127.0.0.1:{sys.argv[1]}",
    region_name="us-east-1",
    aws_access_key_id="none-yet",
    aws_secret_access_key="none-yet",
)
iam.create_user(UserName="accord")
statement = {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}
iam.put_user_policy(
    UserName="accord",
    PolicyName="s3",
    PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [statement]}),
)
key = iam.create_access_key(UserName="accord")["AccessKey"]
print(key["AccessKeyId"], key["SecretAccessKey"])
