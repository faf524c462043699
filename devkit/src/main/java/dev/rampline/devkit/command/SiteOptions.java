package dev.rampline.devkit.command;

import dev.rampline.devkit.doctor.AwsAccess;
import dev.rampline.devkit.recovery.Site;
import dev.rampline.embedded.LedgerTable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Rampline's table and queues on AWS, and the way there. */
final class SiteOptions extends AwsOptions {
  @Option(
      names = "--aws",
      description =
          "On AWS, wherever the SDK's usual search for region, credentials and endpoints leads;"
              + " without it, and without the options below, what runs on this machine.")
  @SuppressWarnings("UnusedVariable") // Giving any of this group is what chooses AWS.
  private boolean aws;

  Site site() {
    AwsAccess access = access();
    return new Site(
        access.client(DynamoDbClient.builder()),
        access.client(SqsClient.builder()),
        LedgerTable.NAME);
  }
}
