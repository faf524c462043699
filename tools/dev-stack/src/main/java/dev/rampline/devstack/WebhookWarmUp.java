package dev.rampline.devstack;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.Signer;
import dev.rampline.event.Subject;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.function.WebhookDependencies;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.ingest.Ingest;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.message.MessageComposer;
import dev.rampline.testkit.aws.GatewayEvents;
import dev.rampline.time.Deadline;
import dev.rampline.time.Sleeper;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.WebhookVerifier;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Processes one synthetic webhook so that the first real one does not wait for class loading. It
 * uses its own key, discards the write, and sends nothing.
 */
final class WebhookWarmUp {
  private static final String PAYLOAD =
      """
      {"eventName":"ORDER_COMPLETED","data":{"orderId":"warm-up","status":"COMPLETED",\
      "fiatAmount":1,"completedAt":"2026-01-01T00:00:00Z"}}""";

  private WebhookWarmUp() {}

  /** Processes the webhook, with the ledger of those settings. */
  static void run(WebhookConfiguration configuration, DynamoDbClient tables) {
    DevKeys keys = DevKeys.random();
    Ledger ledger = new ReadOnlyLedger(new DynamoDbLedger(tables, configuration.ingest().table()));
    new WebhookHandler(dependencies(configuration, keys, ledger))
        .handleRequest(webhook(keys), null);
  }

  private static APIGatewayV2HTTPEvent webhook(DevKeys keys) {
    ProviderKeys signing = new ProviderKeys(keys.accessTokens().getFirst(), null);
    return GatewayEvents.post("{\"data\":\"" + new Signer(signing).jwt(PAYLOAD) + "\"}");
  }

  private static WebhookDependencies dependencies(
      WebhookConfiguration configuration, DevKeys keys, Ledger ledger) {
    InstantSource clock = InstantSource.system();
    return new WebhookDependencies(
        KeyRing.fixed(keys.toKeys()),
        new WebhookVerifier(
            configuration.ingest().vocabulary().webhookFormat(),
            configuration.clockLeeway(),
            clock),
        new WebhookDecoder(
            configuration.ingest().vocabulary(), configuration.ingest().extraFields()),
        ingest(configuration, ledger),
        (event, deadline) -> {},
        (payload, deadline) -> {},
        false,
        line -> {},
        clock);
  }

  private static Ingest ingest(WebhookConfiguration configuration, Ledger ledger) {
    return new Ingest(
        ledger,
        (messages, deadline) -> List.of(),
        new MessageComposer(configuration.ingest().publishing().environment()),
        configuration.ingest().ledgerBudget(),
        new SecureRandom(),
        Sleeper.system());
  }

  /** Reads from the table and discards writes. */
  private record ReadOnlyLedger(Ledger ledger) implements Ledger {
    @Override
    public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
      return ledger.read(subject, consistency, deadline);
    }

    @Override
    public WriteResult write(Entry next, Deadline deadline) {
      return new WriteResult.Written();
    }
  }
}
