package dev.rampline.cli.options;

import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.operations.stack.AwsAccess;
import dev.rampline.operations.stack.StackAccess;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;

/** Options that select a stack on AWS. */
final class StackOptions {
  @Option(
      names = "--stack",
      required = true,
      paramLabel = "NAME",
      description =
          "Use this CloudFormation stack of template.yaml instead of the stores on this machine.")
  private String stack = "";

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

  private @Nullable StackAccess read;

  /** Returns these options, each after a space. */
  String arguments() {
    return " --stack " + stack + option("--region", region) + option("--profile", profile);
  }

  private static String option(String name, @Nullable String value) {
    return value == null ? "" : " " + name + " " + value;
  }

  /** Reads the stack once. */
  StackAccess read() {
    if (read == null) {
      AwsAccess access =
          new AwsAccess(
              Optional.ofNullable(region),
              Optional.ofNullable(endpoint),
              Optional.ofNullable(profile));
      try {
        read = StackAccess.of(stack, access);
      } catch (SdkException failure) {
        throw failure(failure);
      }
    }
    return read;
  }

  /** Explains a failure of a request to AWS. */
  CommandFailure failure(SdkException failure) {
    return new CommandFailure(new AwsFailureText(stack, profile).of(failure), failure);
  }
}
