package dev.rampline.adapter.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.ScriptedAws;
import dev.rampline.adapter.ScriptedAws.Response;
import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.ProviderUnavailableException;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.time.Deadline;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import dev.rampline.verification.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The wired objects use the configured table, queue, secret and provider. */
@Timeout(60)
class SharedWiringTest {
  private static final Subject ORDER = Subject.order("o-1");
  private static final IngestSettings SETTINGS =
      IngestSettings.of(
          new EnvironmentVariables(
              Map.of(
                  "RAMPLINE_TABLE",
                  "the-ledger",
                  "RAMPLINE_QUEUE_URL",
                  "https://sqs.us-east-1.amazonaws.com/1/events.fifo",
                  "RAMPLINE_FIRST_VERSION",
                  "41")));

  private final ScriptedAws aws = new ScriptedAws();
  private final List<String> log = new ArrayList<>();
  private final SharedWiring wiring =
      new SharedWiring("test", aws.aws(), entry -> log.add(entry.json()), InstantSource.system());

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void stores_useTheTable() {
    Reconciliation.LedgerStores stores = wiring.ledgerStores(SETTINGS);
    stores.ledger().read(ORDER, Consistency.STRONG, soon());
    stores.checkpoints().read(soon());
    stores.dueIndex().findDue(Instant.now(), soon()).next();
    wiring.ledger(SETTINGS).read(ORDER, Consistency.STRONG, soon());

    assertThat(aws.operations()).containsExactly("GetItem", "GetItem", "Query", "GetItem");
    assertThat(aws.requests())
        .extracting(request -> request.text("TableName"))
        .containsOnly("the-ledger");
  }

  @Test
  void ingest_startsWithTheFirstVersion_andPublishes() {
    VerifiedEvent event =
        new VerifiedEvent(
            ORDER,
            new StatusReport(State.PROCESSING, null, null, "ORDER_PROCESSING", "PROCESSING"),
            EventFields.NONE,
            null,
            EventMetadata.ofWebhook(Instant.now(), null));
    aws.otherwise(
        request ->
            new Response(
                200,
                request.operation().equals("SendMessageBatch")
                    ? "{\"Successful\":[],\"Failed\":[]}"
                    : "{}"));

    IngestResult result = wiring.ingest(SETTINGS, wiring.ledger(SETTINGS)).ingest(event, soon());

    assertThat(result.version()).isEqualTo(41);
    assertThat(aws.operations()).containsExactly("GetItem", "PutItem", "SendMessageBatch");
    assertThat(aws.requests().getLast().text("QueueUrl")).endsWith("/events.fifo");
  }

  @Test
  void lookup_callsTheProviderWithTheKeys() {
    ProviderSettings provider =
        ProviderSettings.of(
            new EnvironmentVariables(
                Map.of(ProviderSettings.URL, "http://127.0.0.1:9", "RAMPLINE_PROVIDER_RATE", "9")));
    KeyRing none = KeyRing.fixed(Keys.NONE);

    assertThatThrownBy(() -> wiring.provider(provider, none).orders(1, soon()))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageContaining("the keys lack the credential");
    ProviderLookup lookup =
        wiring.providerLookup(
            SETTINGS, provider, none, wiring.ingest(SETTINGS, wiring.ledger(SETTINGS)));
    assertThat(lookup).isNotNull();
  }

  @Test
  void keysOfTheSecret_areReadWhenTheyAreNeeded() {
    KeyRing ring = wiring.keyRing(new KeysLocation.SecretsManager("rampline/keys", null));
    assertThat(aws.requests()).isEmpty();
    aws.then(
        _ ->
            new Response(
                200,
                "{\"SecretString\":\"{\\\"accessTokens\\\":[\\\"a-token-of-32-bytes-or-longer-yes\\\"]}\"}"));

    assertThat(ring.keys().accessTokens())
        .containsExactly(new Secret("a-token-of-32-bytes-or-longer-yes", null));
    assertThat(aws.requests().getFirst().text("SecretId")).isEqualTo("rampline/keys");
  }

  @Test
  void keysOfTheEnvironment_areChecked_andLogged() {
    KeyRing ring = wiring.keyRing(inline("{\"accessTokens\":[\"a-token-of-20-bytes-\"]}"));

    assertThat(ring.keys().accessTokens()).hasSize(1);
    assertThat(log).singleElement().asString().contains("\"function\":\"test\"", "warning");
    KeysLocation invalid = inline("{\"accessTokens\":[\"canary\"]}");
    assertThatThrownBy(() -> wiring.keyRing(invalid))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("RAMPLINE_KEYS cannot be used: ")
        .hasMessageNotContaining("canary");
  }

  @Test
  void closer_closesInReverseOrder_andContinuesAfterAFailure() {
    List<String> closed = new ArrayList<>();
    Closer closer = new Closer();
    closer.register(() -> closed.add("first"));
    closer.register(
        () -> {
          throw new IllegalStateException("Injected failure");
        });
    closer.register(() -> closed.add("last"));

    assertThatThrownBy(closer::close)
        .isInstanceOf(IllegalStateException.class)
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    assertThat(closed).containsExactly("last", "first");
    closer.close();
    assertThat(closed).hasSize(2);
  }

  private static KeysLocation inline(String document) {
    return new KeysLocation.Inline(new Secret(document, null), false);
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(30), InstantSource.system());
  }
}
