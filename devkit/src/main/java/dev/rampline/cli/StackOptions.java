package dev.rampline.cli;

import dev.rampline.operations.doctor.StackInstallation;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;

/** A stack on AWS, and the way there. */
final class StackOptions extends AwsOptions {
  @Option(
      names = "--stack",
      required = true,
      paramLabel = "NAME",
      description = "The stack of template.yaml on AWS; without it, what runs on this machine.")
  private String stack = "";

  StackInstallation installation() {
    try {
      return StackInstallation.of(stack, access());
    } catch (SdkException unread) {
      throw new CommandFailure(
          "The stack %s cannot be read; name its --region and --profile if it is elsewhere: %s"
              .formatted(stack, unread.getMessage()),
          unread);
    }
  }
}
