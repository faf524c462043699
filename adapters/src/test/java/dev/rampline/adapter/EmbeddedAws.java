package dev.rampline.adapter;

import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.EmbeddedSqs;

/** DynamoDB Local and ElasticMQ in this process, started once for all test classes. */
public final class EmbeddedAws extends SharedAws {
  @Override
  protected Running start() {
    EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start(0);
    EmbeddedSqs sqs = EmbeddedSqs.start(0);
    return new Running(
        new AwsUnderTest(
            new AwsTestEndpoint.Local(dynamoDb.endpoint()),
            new AwsTestEndpoint.Local(sqs.endpoint())),
        () -> {
          sqs.close();
          dynamoDb.close();
        });
  }
}
