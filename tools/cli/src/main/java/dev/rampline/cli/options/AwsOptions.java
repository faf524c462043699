package dev.rampline.cli.options;

import dev.rampline.operations.doctor.AwsAccess;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that override the SDK's default region, credentials and endpoints. */
abstract class AwsOptions {
  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Use this region instead of AWS_REGION or the profile's.")
  private @Nullable String region;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "Use this AWS CLI profile instead of the SDK's default credentials.")
  private @Nullable String profile;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "Use one endpoint for every service, such as LocalStack's.")
  private @Nullable URI endpoint;

  final AwsAccess access() {
    return new AwsAccess(
        Optional.ofNullable(region), Optional.ofNullable(endpoint), Optional.ofNullable(profile));
  }
}
