package dev.rampline.cli;

import dev.rampline.embedded.LocalClients;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Both stores, each in its own process, which a test can pause. */
final class StoreProcesses {
  private static final Pattern STORE = Pattern.compile("(?m)^(\\w+) +port \\d+ +pid (\\d+)$");

  private final RunningCommand command;
  private Optional<String> paused = Optional.empty();

  private StoreProcesses(RunningCommand command) {
    this.command = command;
  }

  static StoreProcesses start(String offset) throws IOException {
    return new StoreProcesses(RunningCommand.start("stores", "--port-offset", offset));
  }

  DynamoDbClient tables() {
    return LocalClients.dynamoDb(URI.create(command.urls().getFirst()));
  }

  SqsClient queues() {
    return LocalClients.sqs(URI.create(command.urls().getLast()));
  }

  /** Pauses a store: it keeps its connections open and does not respond. */
  void pause(String store) throws IOException, InterruptedException {
    paused = Optional.of(store);
    signal("-STOP", store);
  }

  void resume() throws IOException, InterruptedException {
    if (paused.isPresent()) {
      signal("-CONT", paused.get());
    }
    paused = Optional.empty();
  }

  private void signal(String name, String store) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder(List.of("kill", name, pid(store))).inheritIO().start();
    if (kill.waitFor() != 0) {
      throw new IllegalStateException("No process of " + store);
    }
  }

  private String pid(String store) {
    Matcher line = STORE.matcher(command.output());
    while (line.find()) {
      if (line.group(1).equals(store)) {
        return line.group(2);
      }
    }
    throw new IllegalStateException("No " + store + " in: " + command.output());
  }

  void stop() throws IOException, InterruptedException {
    resume();
    command.terminate();
  }
}
