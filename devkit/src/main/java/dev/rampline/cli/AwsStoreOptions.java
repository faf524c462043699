package dev.rampline.cli;

import dev.rampline.embedded.LedgerTable;
import dev.rampline.operations.doctor.AwsAccess;
import dev.rampline.operations.recovery.StoreClients;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Rampline's table and queues on AWS, and the way there. */
final class AwsStoreOptions extends AwsOptions {
  @Option(
      names = "--aws",
      description =
          "On AWS, wherever the SDK's usual search for region, credentials and endpoints leads;"
              + " without it, and without the options below, what runs on this machine.")
  @SuppressWarnings("UnusedVariable") // Giving any of this group is what chooses AWS.
  private boolean aws;

  StoreClients clients() {
    AwsAccess access = access();
    return new StoreClients(
        access.client(DynamoDbClient.builder()),
        access.client(SqsClient.builder()),
        LedgerTable.NAME);
  }
}
