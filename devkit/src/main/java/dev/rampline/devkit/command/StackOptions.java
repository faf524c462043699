package dev.rampline.devkit.command;

import dev.rampline.devkit.doctor.AwsAccess;
import dev.rampline.devkit.doctor.StackInstallation;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;

/** A stack on AWS, and the way there. */
final class StackOptions {
  @Option(
      names = "--stack",
      required = true,
      paramLabel = "NAME",
      description = "The stack of template.yaml on AWS; without it, what runs on this machine.")
  private String stack = "";

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

  StackInstallation installation() {
    AwsAccess access =
        new AwsAccess(
            Optional.ofNullable(region),
            Optional.ofNullable(endpoint),
            Optional.ofNullable(profile));
    try {
      return StackInstallation.of(stack, access);
    } catch (SdkException unread) {
      throw new CommandFailure(
          "The stack %s cannot be read: %s".formatted(stack, unread.getMessage()), unread);
    }
  }
}
