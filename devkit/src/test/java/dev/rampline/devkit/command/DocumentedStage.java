package dev.rampline.devkit.command;

import dev.rampline.devkit.DocumentedCommand;
import dev.rampline.devkit.emulator.Mischief;
import dev.rampline.devkit.stack.Closing;
import dev.rampline.devkit.stack.DevKeys;
import dev.rampline.devkit.stack.Ports;
import dev.rampline.devkit.stack.RunningDev;
import dev.rampline.devkit.stack.Stack;
import dev.rampline.embedded.LocalClients;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * A running {@code ./rampline dev} with an order, a customer and a captured body; it is AWS too.
 */
final class DocumentedStage implements AutoCloseable {
  private static final String TOKEN = "an-access-token-of-fair-length-000";
  private static final String SECRET = "a-webhook-secret-of-fair-length-0000";
  private static final String CUSTOMER = "12345";

  private final Closing started = new Closing();
  private final int offset = FreeOffset.find();
  private final Blanks blanks;

  DocumentedStage(Path folder) throws Exception {
    DevKeys keys = DevKeys.signing(List.of(TOKEN), List.of(SECRET));
    Stack.Settings settings =
        new Stack.Settings(Ports.movedBy(offset), false, keys, Map.of(), line -> {});
    DevStage dev =
        started.later(DevStage.start(new DevStage.Wish(settings, true, Mischief.NONE, true)));
    started.later(
        new RunningDev(
                ProcessHandle.current().pid(),
                dev.stack().webhookUrl(),
                keys,
                URI.create(String.valueOf(dev.providerUrl())))
            .announce(Home.path(), offset));
    pretendAws(dev);
    blanks = new Blanks(captured(folder), dev.stack().webhookUrl(), CUSTOMER);
    furnish();
  }

  private void furnish() {
    done("trigger", "ORDER_COMPLETED");
    done("trigger", "ORDER_COMPLETED", "--order-id", Blanks.FORGOTTEN);
    done("trigger", "KYC_APPROVED");
  }

  private Path captured(Path folder) throws Exception {
    CommandRun signed =
        CommandRun.of("sign", "../events/payloads/order-completed.json", "--access-token", TOKEN);
    return Files.writeString(folder.resolve("body"), signed.out().strip());
  }

  private void done(String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.addAll(List.of("--port-offset", Integer.toString(offset)));
    CommandRun run = CommandRun.of(words.toArray(String[]::new));
    if (run.code() != 0) {
      throw new IllegalStateException(run.out() + run.err());
    }
  }

  private void pretendAws(DevStage dev) {
    Map.of(
            "aws.region", LocalClients.REGION,
            "aws.accessKeyId", LocalClients.CREDENTIALS,
            "aws.secretAccessKey", LocalClients.CREDENTIALS,
            "aws.endpointUrlDynamoDb", dev.stack().stores().dynamoDb().toString(),
            "aws.endpointUrlSqs", dev.stack().stores().sqs().toString())
        .forEach(
            (name, value) -> {
              System.setProperty(name, value);
              started.later(() -> System.clearProperty(name));
            });
  }

  /** Runs it as its reader would, at the ports of this stage, and with no time between events. */
  CommandRun run(DocumentedCommand command) {
    List<String> arguments = new ArrayList<>(blanks.arguments(command));
    addIfTaken(arguments, "--port-offset", Integer.toString(offset));
    addIfTaken(arguments, "--pace", "0");
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static void addIfTaken(List<String> arguments, String option, String value) {
    CommandLine command = new RamplineCommand().line().getSubcommands().get(arguments.getFirst());
    if (command != null && command.getCommandSpec().findOption(option) != null) {
      arguments.addAll(List.of(option, value));
    }
  }

  @Override
  public void close() {
    started.close();
  }
}
