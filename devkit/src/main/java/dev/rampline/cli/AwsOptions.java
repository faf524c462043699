package dev.rampline.cli;

import dev.rampline.operations.doctor.AwsAccess;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The way to AWS, where the SDK's usual search does not find it. */
abstract class AwsOptions {
  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Where it is, if AWS_REGION or the profile does not say.")
  private @Nullable String region;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "A profile of the AWS CLI, instead of the SDK's usual search for credentials.")
  private @Nullable String profile;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "One endpoint for every service, such as LocalStack's.")
  private @Nullable URI endpoint;

  final AwsAccess access() {
    return new AwsAccess(
        Optional.ofNullable(region), Optional.ofNullable(endpoint), Optional.ofNullable(profile));
  }
}
