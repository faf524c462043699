package dev.rampline.function.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.rampline.failure.CallFailure;
import dev.rampline.function.RotationDependencies;
import dev.rampline.rotation.InMemoryKeyRingStore;
import dev.rampline.rotation.KeyRingStore;
import dev.rampline.rotation.Rotation;
import dev.rampline.rotation.RotationPolicy;
import dev.rampline.rotation.StoredKeyRing;
import dev.rampline.rotation.TokenProvider;
import dev.rampline.rotation.TokenProvider.Reply;
import dev.rampline.time.Deadline;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.KeysUnavailableException;
import dev.rampline.verification.Secret;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RotationHandlerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant EXPIRES_AT = NOW.plus(Duration.ofHours(4));
  private static final RotationPolicy POLICY =
      new RotationPolicy(
          Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofDays(1), Duration.ofHours(1));

  private final List<String> lines = new ArrayList<>();
  private final InMemoryKeyRingStore store =
      new InMemoryKeyRingStore("{\"apiKey\":\"canary-key\",\"apiSecret\":\"canary-secret\"}");

  @Test
  void dueToken_isRenewed_andCountedInOneLogEntry() {
    RotationHandler handler = handler(store, (key, secret, deadline) -> issued());

    assertThat(handler.handleRequest(new ScheduledEvent(), null)).isEqualTo("renewed");
    assertThat(lines)
        .singleElement()
        .asString()
        .contains("\"function\":\"rotation\"", "\"outcome\":\"renewed\"", "\"renewals\":1")
        .contains("\"expiresAt\":\"2026-03-01T16:00:00Z\"", "\"latency\":0")
        .doesNotContain("canary", "faults", "renewalsFailed");
  }

  @Test
  void tokenThatIsNotDue_isKept() {
    RotationHandler handler = handler(store, (key, secret, deadline) -> issued());
    handler.handleRequest(null, null);

    assertThat(handler.handleRequest(null, null)).isEqualTo("current");
    assertThat(lines.getLast()).contains("\"outcome\":\"current\"").doesNotContain("renewals");
  }

  @Test
  void failedRequest_isCountedAndLoggedWithItsReason() {
    RotationHandler handler =
        handler(store, (key, secret, deadline) -> new Reply.Unavailable(CallFailure.ofStatus(503)));

    assertThat(handler.handleRequest(null, null)).isEqualTo("failed");
    assertThat(lines.getLast())
        .contains("\"reason\":\"provider-unavailable\",\"cause\":\"http-5xx\",\"status\":\"503\"")
        .contains("\"renewalsFailed\":1");
    assertThat(store.versions()).hasSize(1);
  }

  @Test
  void unreadableKeys_areLoggedWithTheFault() {
    KeyRingStore unreachable =
        new KeyRingStore() {
          @Override
          public StoredKeyRing read(Deadline deadline) {
            throw new KeysUnavailableException("canary", new ConnectException("canary"));
          }

          @Override
          public Replacement replace(StoredKeyRing current, String text, Deadline deadline) {
            throw new AssertionError("nothing was read");
          }
        };

    handler(unreachable, (key, secret, deadline) -> issued()).handleRequest(null, null);

    assertThat(lines.getLast())
        .contains("\"reason\":\"keys-unavailable\",\"fault\":\"connection-refused\"")
        .doesNotContain("canary");
  }

  @Test
  void fault_isLoggedByItsClassOnly() {
    RotationHandler handler =
        handler(
            store,
            (key, secret, deadline) -> {
              throw new AssertionError("canary");
            });

    assertThat(handler.handleRequest(null, null)).isEqualTo("failed");
    assertThat(lines.getLast())
        .contains("\"fault\":\"java.lang.AssertionError\"", "\"faults\":1")
        .doesNotContain("canary");
  }

  @Test
  void deadline_leavesTimeToStoreTheToken() {
    List<Duration> times = new ArrayList<>();
    handler(
            store,
            (key, secret, deadline) -> {
              times.add(deadline.remaining());
              return issued();
            })
        .handleRequest(null, null);

    assertThat(times).containsExactly(Duration.ofSeconds(35));
  }

  private RotationHandler handler(KeyRingStore store, TokenProvider provider) {
    Rotation rotation =
        new Rotation(
            store,
            () ->
                KeysDocument.parseAllowingEmpty(
                    "{\"apiKey\":\"canary-key\",\"apiSecret\":\"canary-secret\"}"),
            provider,
            POLICY,
            () -> NOW,
            new Random(1),
            wait -> {});
    return new RotationHandler(
        new RotationDependencies(rotation, line -> lines.add(line.json()), () -> NOW));
  }

  private static Reply issued() {
    return new Reply.Issued(new Secret("canary-access-token", null), EXPIRES_AT);
  }
}
