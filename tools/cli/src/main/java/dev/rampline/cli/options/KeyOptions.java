package dev.rampline.cli.options;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.verification.InvalidKeysException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * Option for keys. It takes a file, because all users of a machine can read the arguments of its
 * commands.
 */
public final class KeyOptions {
  private static final String VARIABLE = "RAMPLINE_KEYS";
  private static final String STANDARD_INPUT = "-";

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = {
        "Read the keys from this file, a key ring in JSON such as events/keys.json; - is standard"
            + " input (default: the variable "
            + VARIABLE
            + ")."
      })
  private @Nullable String file;

  /** Returns the keys of the file, else of the environment variable, if any. */
  public Optional<DevKeys> given() {
    try {
      return document().map(DevKeys::parse);
    } catch (InvalidKeysException invalid) {
      throw new ParameterException(
          spec.commandLine(), "Invalid keys: " + invalid.getMessage(), invalid);
    }
  }

  /** Returns the given keys, or those of the running stack. */
  public DevKeys resolve(Optional<RunningDevStack> running) {
    return given()
        .or(() -> running.map(RunningDevStack::keys))
        .orElseThrow(
            () ->
                new CommandFailure(
                    "`./rampline dev` is not running, so there are no keys. Start it first, or give"
                        + " its --port-offset, or keys with --keys or %s.".formatted(VARIABLE)));
  }

  private Optional<String> document() {
    if (file == null) {
      return Optional.ofNullable(System.getenv(VARIABLE)).filter(text -> !text.isBlank());
    }
    if (file.equals(STANDARD_INPUT) && isStandardInputTaken()) {
      throw new ParameterException(
          spec.commandLine(), "Only one of FILE and --keys can be standard input");
    }
    return Optional.of(new String(Input.read(file), UTF_8));
  }

  private boolean isStandardInputTaken() {
    return spec.commandLine().getParseResult().matchedPositionals().stream()
        .anyMatch(positional -> positional.stringValues().contains(STANDARD_INPUT));
  }
}
