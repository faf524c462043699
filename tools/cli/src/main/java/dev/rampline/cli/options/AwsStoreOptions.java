package dev.rampline.cli.options;

import dev.rampline.operations.doctor.AwsAccess;
import dev.rampline.operations.recovery.StoreClients;
import dev.rampline.resources.LedgerTable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Options that select Rampline's table and queues on AWS. */
final class AwsStoreOptions extends AwsOptions {
  @Option(
      names = "--aws",
      description =
          "Use AWS, with the SDK's default region, credentials and endpoints. Without this option"
              + " and the options below, use the stores on this machine.")
  @SuppressWarnings("UnusedVariable") // Any option of this group selects AWS.
  private boolean aws;

  StoreClients clients() {
    AwsAccess access = access();
    return new StoreClients(
        access.client(DynamoDbClient.builder()),
        access.client(SqsClient.builder()),
        LedgerTable.NAME);
  }
}
