package dev.rampline.cli.recover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.rampline.adapter.wiring.Closer;
import dev.rampline.cli.CommandRun;
import dev.rampline.cli.FreeOffset;
import dev.rampline.cli.QueueFixture;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.LocalStores;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.SignedBody;
import dev.rampline.emulator.Signer;
import dev.rampline.emulator.WebhookTransport;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Stores that outlast the receiver, which can restart with another vocabulary. */
final class QuarantineFixture extends QueueFixture implements AutoCloseable {
  private final DevKeys keys = DevKeys.random();
  private final Signer signer =
      new Signer(
          new ProviderKeys(keys.accessTokens().getFirst(), keys.webhookSecrets().getFirst()));
  private final int offset = FreeOffset.find();
  private final Ports ports = Ports.withOffset(offset);
  private final Closer started = new Closer();
  private final LocalStores stores = started.register(LocalStores.embedded(ports));
  private final SqsClient queues = started.register(LocalClients.sqs(stores.sqs()));
  private final HttpClient http = started.register(HttpClient.newHttpClient());
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private @Nullable DevStack stack;

  /** Starts the receiver, with that vocabulary. */
  void start(String vocabulary) {
    stop();
    stack =
        DevStack.start(
            new DevStack.Settings(
                ports,
                true,
                keys,
                Map.of("RAMPLINE_VOCABULARY", vocabulary),
                line -> lines.add(line.json())));
  }

  private void stop() {
    if (stack != null) {
      stack.close();
    }
  }

  /** Sends a signed webhook and returns the status of the answer. */
  int post(String payload) throws IOException, InterruptedException {
    SignedBody signed = signer.sign(WebhookTransport.JWT, payload, new Random(1));
    HttpRequest request =
        HttpRequest.newBuilder(requireNonNull(stack).webhookUrl())
            .POST(BodyPublishers.ofString(signed.body(), UTF_8))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  /** Runs a command on these stores. */
  CommandRun run(String... arguments) {
    return CommandRun.of(
        Stream.concat(Stream.of(arguments), Stream.of("--port-offset", Integer.toString(offset)))
            .toArray(String[]::new));
  }

  /** Returns the number of log entries of the retry function with that text. */
  long retried(String text) {
    return lines.stream()
        .filter(line -> line.contains("\"function\":\"retry\"") && line.contains(text))
        .count();
  }

  @Override
  public SqsClient queues() {
    return queues;
  }

  @Override
  public void close() {
    stop();
    started.close();
  }
}
