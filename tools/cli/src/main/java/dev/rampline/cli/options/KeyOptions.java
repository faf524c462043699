package dev.rampline.cli.options;

import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.verification.InvalidKeysException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options for keys. */
public final class KeyOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--access-token",
      paramLabel = "TEXT",
      description = "Use this partner access token; repeatable, current one first.")
  private List<String> accessTokens = List.of();

  @Option(
      names = "--webhook-secret",
      paramLabel = "TEXT",
      description = "Use this webhook secret; repeatable, current one first.")
  private List<String> webhookSecrets = List.of();

  /** Returns the keys from the options, if any. */
  public Optional<DevKeys> given() {
    if (accessTokens.isEmpty() && webhookSecrets.isEmpty()) {
      return Optional.empty();
    }
    DevKeys keys = DevKeys.withSigningKeys(accessTokens, webhookSecrets);
    try {
      keys.toKeys();
      return Optional.of(keys);
    } catch (InvalidKeysException invalid) {
      throw new ParameterException(
          spec.commandLine(), "Invalid keys: " + invalid.getMessage(), invalid);
    }
  }

  /** Returns the keys from the options, or those of the running stack. */
  public DevKeys resolve(Optional<RunningDevStack> running) {
    return given()
        .or(() -> running.map(RunningDevStack::keys))
        .orElseThrow(
            () ->
                new CommandFailure(
                    "No keys. Give --access-token or --webhook-secret, or start `./rampline dev`"
                        + " first."));
  }
}
