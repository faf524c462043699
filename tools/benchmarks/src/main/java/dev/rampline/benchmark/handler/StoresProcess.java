package dev.rampline.benchmark.handler;

import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LocalClients;
import dev.rampline.resources.LedgerTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The embedded stores in a process of their own. */
final class StoresProcess {
  private StoresProcess() {}

  /** Starts the stores and prints the endpoints of DynamoDB and SQS and the events queue's URL. */
  public static void main(String[] arguments) {
    try (EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start(0);
        EmbeddedSqs sqs = EmbeddedSqs.start(0);
        DynamoDbClient tables = LocalClients.dynamoDb(dynamoDb.endpoint());
        SqsClient queues = LocalClients.sqs(sqs.endpoint())) {
      LedgerTable.create(tables);
      EmbeddedQueues created = EmbeddedQueues.create(queues);
      System.out.println(
          String.join(
              " ",
              dynamoDb.endpoint().toString(),
              sqs.endpoint().toString(),
              created.events().toString()));
      ChildProcess.awaitParentExit();
    }
    System.exit(0);
  }
}
