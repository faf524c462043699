package dev.rampline.devkit.command;

import dev.rampline.devkit.doctor.AwsAccess;
import dev.rampline.devkit.recovery.Site;
import dev.rampline.embedded.LedgerTable;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Rampline's table and queues on AWS, and the way there. */
final class SiteOptions {
  @Option(
      names = "--aws",
      description =
          "On AWS, wherever the SDK's usual search for region, credentials and endpoints leads;"
              + " without it, and without the options below, what runs on this machine.")
  @SuppressWarnings("UnusedVariable") // Giving any of this group is what chooses AWS.
  private boolean aws;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Where it is, if AWS_REGION or the profile does not say.")
  private @Nullable String region;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "A profile of the AWS CLI, instead of that search for credentials.")
  private @Nullable String profile;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "One endpoint for every service, such as LocalStack's.")
  private @Nullable URI endpoint;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      defaultValue = "production",
      description =
          "The parameter Environment of the stack; it stands in every message (default:"
              + " ${DEFAULT-VALUE}).")
  private String environment = "production";

  Site site() {
    AwsAccess access =
        new AwsAccess(
            Optional.ofNullable(region),
            Optional.ofNullable(endpoint),
            Optional.ofNullable(profile));
    return new Site(
        access.client(DynamoDbClient.builder()),
        access.client(SqsClient.builder()),
        LedgerTable.NAME,
        environment);
  }
}
