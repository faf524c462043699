package dev.rampline.cli.recover;

import dev.rampline.devstack.LocalEnvironment;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that the recovery commands share that send messages themselves. */
final class ResendOptions extends RecoveryOptions {
  private static final String DEFAULT_ENVIRONMENT = "production";

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description =
          "Write this environment into every message: the stack's parameter Environment. Default: "
              + DEFAULT_ENVIRONMENT
              + ", and on this machine "
              + LocalEnvironment.ENVIRONMENT
              + ".")
  private @Nullable String environment;

  /**
   * Returns the environment, and reports the default on AWS. A wrong environment sends different
   * bytes under message ids that consumers have already seen.
   */
  @Override
  String environment() {
    if (environment != null) {
      return environment;
    }
    if (!isAws()) {
      return LocalEnvironment.ENVIRONMENT;
    }
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "Messages will contain the environment %s. If the stack's parameter Environment differs,"
            + " give --environment.%n",
        DEFAULT_ENVIRONMENT);
    err.flush();
    return DEFAULT_ENVIRONMENT;
  }
}
