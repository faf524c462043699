package dev.rampline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.devstack.DevKeys;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Keys come from a file, standard input or the environment, and from no argument. */
class KeyOptionsTest {
  private static final String PAYLOAD = "../../events/payloads/order-created.json";
  private static final Pattern SECRET =
      Pattern.compile("(?i)token|secret|password|credential|key(?!s$)");
  private static final String KEYS =
      DevKeys.withSigningKeys(List.of("an-access-token-of-fair-length-000"), List.of()).document();
  private static final String OTHER_KEYS =
      DevKeys.withSigningKeys(List.of("another-token-of-fair-length-0000"), List.of()).document();

  @Test
  void keys_areTheSameFromAFile_standardInput_andTheEnvironment() throws Exception {
    String signed = CommandRun.of("sign", PAYLOAD, KeysFile.of(KEYS)).out();

    assertThat(signed).startsWith("{\"data\":\"ey");
    assertThat(run(Map.of(), KEYS, "sign", PAYLOAD, "--keys", "-")).isEqualTo(signed);
    assertThat(run(Map.of("RAMPLINE_KEYS", KEYS), "", "sign", PAYLOAD)).isEqualTo(signed);
  }

  @Test
  void option_takesPrecedenceOverTheEnvironment() throws Exception {
    String signed = CommandRun.of("sign", PAYLOAD, KeysFile.of(KEYS)).out();

    assertThat(run(Map.of("RAMPLINE_KEYS", OTHER_KEYS), "", "sign", PAYLOAD, KeysFile.of(KEYS)))
        .isEqualTo(signed);
  }

  @Test
  void keysPastTheirExpiry_verifyNothing() {
    String expired =
        KEYS.replace(
            "[\"an-access-token-of-fair-length-000\"]",
            "[{\"value\":\"an-access-token-of-fair-length-000\",\"notAfter\":\"2026-01-01T00:00:00Z\"}]");
    String event = "../../events/gateway/order-completed.jwt.json";
    String sample = "--keys=../../events/keys.json";

    assertThat(expired).isNotEqualTo(KEYS);
    assertThat(CommandRun.of("verify", event, sample).code()).isZero();
    assertThat(CommandRun.of("verify", event, KeysFile.of(expired)).code()).isEqualTo(1);
  }

  @Test
  void twoInputsFromStandardInput_areRejected() {
    CommandRun run = CommandRun.of("verify", "-", "--keys", "-");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("Only one of FILE and --keys can be standard input");
  }

  @Test
  void missingKeys_areReportedWithARemedy() {
    CommandRun run =
        CommandRun.of("sign", PAYLOAD, "--port-offset", Integer.toString(FreeOffset.find()));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "`./rampline dev` is not running, so there are no keys. Start it first, or give its"
                + " --port-offset, or keys with --keys or RAMPLINE_KEYS.");
  }

  @Test
  void noOption_takesASecret() {
    assertThat(options(new RamplineCommand().line()))
        .isNotEmpty()
        .filteredOn(option -> option.arity().max() > 0)
        .filteredOn(option -> Stream.of(option.names()).anyMatch(SECRET.asPredicate()))
        .isEmpty();
  }

  private static List<OptionSpec> options(CommandLine command) {
    List<OptionSpec> options = new ArrayList<>(command.getCommandSpec().options());
    command.getSubcommands().values().forEach(it -> options.addAll(options(it)));
    return options;
  }

  /** Runs a command in a process of its own; returns its output. */
  private static String run(Map<String, String> variables, String input, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.rampline.cli.Rampline");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(variables);
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(UTF_8));
    }
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
