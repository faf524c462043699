package dev.rampline.operations.doctor;

import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.wiring.Closer;
import dev.rampline.operations.recovery.StoreClients;
import dev.rampline.resources.QueuePlan;
import dev.rampline.verification.KeySource;
import dev.rampline.verification.KeysDocument;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The installation that {@code ./rampline dev} or {@code ./rampline stores} runs. */
public final class LocalInstallation implements Installation {
  private static final String REMEDY =
      "Stop `./rampline dev` and `./rampline stores`, and start them again.";
  private static final String NOT_SUPPORTED_LOCALLY = "Not supported locally.";
  private static final String DEV_NOT_RUNNING = "`./rampline dev` is not running.";

  private final Closer owned = new Closer();
  private final HttpProbe probe = owned.register(new HttpProbe());
  private final StoreClients stores;
  private final QueueResolver queues;
  private final EnvironmentVariables variables;
  private final Optional<URI> webhookUrl;

  /**
   * @param stores clients of the stores, which {@link #close()} closes
   * @param variables the settings and keys as environment variables
   * @param webhookUrl the URL for webhooks; empty if {@code ./rampline dev} is not running
   */
  public LocalInstallation(
      StoreClients stores, Map<String, String> variables, Optional<URI> webhookUrl) {
    this.stores = owned.register(stores);
    this.queues = new QueueResolver(stores.queues(), QueuePlan::queueName);
    this.variables = new EnvironmentVariables(variables);
    this.webhookUrl = webhookUrl;
  }

  @Override
  public List<Check> checks() {
    Optional<String> document = variables.find("RAMPLINE_KEYS");
    return Stream.of(
            stores(),
            document.map(this::keyChecks).orElseGet(() -> skipped("keys")),
            webhookUrl
                .<List<Check>>map(url -> List.of(new WebhookEndpointCheck(url, probe)))
                .orElseGet(() -> skipped("webhook URL")),
            document
                .map(text -> ProviderChecks.of(variables, keys(text), probe))
                .orElseGet(() -> skipped("provider")),
            skipped("stack, functions, alarms", "Only on AWS: use --stack NAME."))
        .flatMap(List::stream)
        .toList();
  }

  private List<Check> stores() {
    return List.of(
        new LedgerTableCheck(stores.tables(), stores.table(), REMEDY),
        FixedResult.skipped("table, protection", NOT_SUPPORTED_LOCALLY),
        new QueueAttributesCheck(queues, QueuePlan.EVENTS, REMEDY),
        new QueueAttributesCheck(queues, QueuePlan.EVENTS_DEAD, REMEDY),
        new QueueAttributesCheck(queues, QueuePlan.RELAY_DEAD, REMEDY),
        new QueueAttributesCheck(queues, QueuePlan.RETRY, REMEDY),
        new QueueAttributesCheck(queues, QueuePlan.RETRY_DEAD, REMEDY),
        new QueueAttributesCheck(queues, QueuePlan.QUARANTINE, REMEDY),
        FixedResult.skipped("queues, retention and protection", NOT_SUPPORTED_LOCALLY),
        new DeadLetterQueueCheck(queues, QueuePlan.EVENTS_DEAD),
        new DeadLetterQueueCheck(queues, QueuePlan.RELAY_DEAD),
        new DeadLetterQueueCheck(queues, QueuePlan.RETRY_DEAD),
        new DeadLetterQueueCheck(queues, QueuePlan.QUARANTINE),
        new VocabularyCheck(variables));
  }

  private List<Check> keyChecks(String document) {
    InstantSource clock = InstantSource.system();
    return List.of(new KeyRingCheck(keys(document), clock), new TokenAge(() -> document, clock));
  }

  private KeySource keys(String document) {
    return variables.find(KeysLocation.SAMPLE_KEYS).isPresent()
        ? () -> KeysDocument.parseAcceptingSamples(document)
        : () -> KeysDocument.parse(document);
  }

  private static List<Check> skipped(String name) {
    return skipped(name, DEV_NOT_RUNNING);
  }

  private static List<Check> skipped(String name, String reason) {
    return List.of(FixedResult.skipped(name, reason));
  }

  @Override
  public void close() {
    owned.close();
  }
}
