package dev.rampline.cli;

import dev.rampline.adapter.wiring.Closer;
import dev.rampline.cli.options.ProjectHome;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.LocalProvider;
import dev.rampline.devstack.Ports;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.emulator.EmulatedPayloadParser;
import dev.rampline.emulator.FaultRates;
import dev.rampline.resources.LedgerTable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A receiver and the provider's API, whose orders a test reports to either or to both. Nothing
 * reconciles the two. The API repeats rows of its list.
 */
final class AuditCommandFixture implements AutoCloseable {
  private final DevKeys keys = DevKeys.random();
  private final int offset = FreeOffset.find();
  private final Ports ports = Ports.withOffset(offset);
  private final Closer started = new Closer();
  private final LocalProvider provider =
      started.register(
          LocalProvider.start(
              ports, keys, new ApiFaultInjector(FaultRates.NONE.with("duplicate", 50), 1)));
  private final DevStack stack =
      started.register(
          DevStack.start(new DevStack.Settings(ports, false, keys, Map.of(), _ -> {})));
  private final HttpClient client = started.register(HttpClient.newHttpClient());

  AuditCommandFixture() {
    setProvider(provider.apiUrl());
  }

  /** Sets the provider's API that commands ask. */
  void setProvider(URI url) {
    var _ =
        started.register(
            new RunningDevStack(ProcessHandle.current().pid(), stack.webhookUrl(), keys, url)
                .writeFile(ProjectHome.state(), offset));
  }

  URI provider() {
    return provider.apiUrl();
  }

  /** Runs the command on this stack. */
  CommandRun audit(String... arguments) {
    return CommandRun.of(
        Stream.of(
                Stream.of("audit"),
                Stream.of(arguments),
                Stream.of("--port-offset", Integer.toString(offset)))
            .flatMap(parts -> parts)
            .toArray(String[]::new));
  }

  /** Reports an order to the receiver and the API. */
  void report(String payload) throws IOException, InterruptedException {
    reportByWebhook(payload);
    reportToApi(payload);
  }

  void reportByWebhook(String payload) throws IOException, InterruptedException {
    Path file = Files.createTempFile("payload", ".json");
    try {
      Files.writeString(file, payload);
      CommandRun signed = CommandRun.of("sign", file.toString(), KeysFile.of(keys.document()));
      HttpRequest request =
          HttpRequest.newBuilder(stack.webhookUrl())
              .POST(BodyPublishers.ofString(signed.out().strip()))
              .build();
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("HTTP status " + status);
      }
    } finally {
      Files.delete(file);
    }
  }

  void reportToApi(String payload) {
    provider.state().apply(EmulatedPayloadParser.parse(payload, Instant.now()).orElseThrow());
  }

  /** Returns all items of the ledger table. */
  Set<Map<String, AttributeValue>> items() {
    try (DynamoDbClient tables = LocalClients.dynamoDb(stack.stores().dynamoDb())) {
      return new HashSet<>(tables.scan(scan -> scan.tableName(LedgerTable.NAME)).items());
    }
  }

  @Override
  public void close() {
    started.close();
  }
}
