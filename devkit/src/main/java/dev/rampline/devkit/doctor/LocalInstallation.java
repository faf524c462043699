package dev.rampline.devkit.doctor;

import dev.rampline.adapter.settings.Variables;
import dev.rampline.devkit.stack.Closing;
import dev.rampline.devkit.stack.Ports;
import dev.rampline.devkit.stack.RunningDev;
import dev.rampline.embedded.LedgerTable;
import dev.rampline.embedded.LocalClients;
import dev.rampline.embedded.QueuePlan;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What {@code ./rampline dev}, or {@code stores} alone, runs on this machine. */
public final class LocalInstallation implements Installation {
  private static final String REMEDY = "End ./rampline dev and stores, and start them again.";
  private static final String UNTOLD = "DynamoDB Local and ElasticMQ know nothing of it.";
  private static final String NO_DEV = "No ./rampline dev runs here.";

  private final Closing owned = new Closing();
  private final Knock knock = owned.later(new Knock());
  private final DynamoDbClient tables;
  private final QueueSite queues;
  private final Variables variables;
  private final Optional<URI> webhookUrl;

  /**
   * @param variables the settings, keys among them, by environment variables
   * @param running what receives, if anything does
   */
  public LocalInstallation(
      Ports ports, Map<String, String> variables, Optional<RunningDev> running) {
    this.tables = owned.later(LocalClients.dynamoDb(ports.dynamoDbOn(Ports.LOOPBACK)));
    this.queues =
        new QueueSite(
            owned.later(LocalClients.sqs(ports.sqsOn(Ports.LOOPBACK))), QueuePlan::queueName);
    this.variables = new Variables(variables);
    this.webhookUrl = running.map(RunningDev::webhookUrl);
  }

  @Override
  public List<Check> checks() {
    Optional<Supplier<String>> document = variables.find("RAMPLINE_KEYS").map(keys -> () -> keys);
    return Stream.of(
            stores(),
            document.map(LocalInstallation::keys).orElseGet(() -> unknown("keys")),
            webhookUrl
                .<List<Check>>map(url -> List.of(new WebhookAnswer(url, knock)))
                .orElseGet(() -> unknown("webhook URL")),
            document
                .map(keys -> ProviderChecks.of(variables, keys, knock))
                .orElseGet(() -> unknown("provider")),
            unknown("stack, functions, alarms", "They are on AWS alone: --stack NAME."))
        .flatMap(List::stream)
        .toList();
  }

  private List<Check> stores() {
    return List.of(
        new LedgerShape(tables, LedgerTable.NAME, REMEDY),
        Known.skipped("table, protection", UNTOLD),
        new QueueShape(queues, QueuePlan.EVENTS, REMEDY),
        new QueueShape(queues, QueuePlan.EVENTS_DEAD, REMEDY),
        new QueueShape(queues, QueuePlan.RELAY_DEAD, REMEDY),
        new QueueShape(queues, QueuePlan.SPILL, REMEDY),
        new QueueShape(queues, QueuePlan.SPILL_DEAD, REMEDY),
        Known.skipped("queues, retention and protection", UNTOLD),
        new DeadLetters(queues, QueuePlan.EVENTS_DEAD),
        new DeadLetters(queues, QueuePlan.RELAY_DEAD),
        new DeadLetters(queues, QueuePlan.SPILL_DEAD));
  }

  private static List<Check> keys(Supplier<String> document) {
    InstantSource clock = InstantSource.system();
    return List.of(new KeysShape(document, clock), new TokenAge(document, clock));
  }

  private static List<Check> unknown(String name) {
    return unknown(name, NO_DEV);
  }

  private static List<Check> unknown(String name, String why) {
    return List.of(Known.skipped(name, why));
  }

  @Override
  public void close() {
    owned.close();
  }
}
