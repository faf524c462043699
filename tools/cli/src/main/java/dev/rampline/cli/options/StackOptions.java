package dev.rampline.cli.options;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.operations.doctor.StackInstallation;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;

/** Options that select a stack on AWS. */
public final class StackOptions extends AwsOptions {
  @Option(
      names = "--stack",
      required = true,
      paramLabel = "NAME",
      description = "Check this CloudFormation stack of template.yaml.")
  private String stack = "";

  public StackInstallation installation() {
    try {
      return StackInstallation.of(stack, access());
    } catch (SdkException failure) {
      throw new CommandFailure(
          "Cannot read the stack %s. Check --region and --profile: %s"
              .formatted(stack, AwsFaults.description(failure)),
          failure);
    }
  }
}
