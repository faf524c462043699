package dev.rampline.cli;

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

/** The keys that a command works with. */
final class KeyOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--access-token",
      paramLabel = "TEXT",
      description = "A partner access token; repeatable, the current one first.")
  private List<String> accessTokens = List.of();

  @Option(
      names = "--webhook-secret",
      paramLabel = "TEXT",
      description = "A webhook secret; repeatable, the current one first.")
  private List<String> webhookSecrets = List.of();

  /** The keys given, if any is. */
  Optional<DevKeys> given() {
    if (accessTokens.isEmpty() && webhookSecrets.isEmpty()) {
      return Optional.empty();
    }
    DevKeys keys = DevKeys.withSigningKeys(accessTokens, webhookSecrets);
    try {
      keys.toKeys();
      return Optional.of(keys);
    } catch (InvalidKeysException invalid) {
      throw new ParameterException(
          spec.commandLine(), "These keys cannot be used: " + invalid.getMessage(), invalid);
    }
  }

  /** The keys given, else those of the stack that runs. */
  DevKeys resolve(Optional<RunningDevStack> running) {
    return given()
        .or(() -> running.map(RunningDevStack::keys))
        .orElseThrow(
            () ->
                new CommandFailure(
                    "There are no keys: give --access-token or --webhook-secret, or start"
                        + " ./rampline dev."));
  }
}
