package dev.rampline.function.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.testkit.aws.GatewayEvents;
import dev.rampline.verification.CachedKeyRing;
import dev.rampline.verification.KeysDocument;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Primes a handler before the snapshot and uses it after the restore. */
class SnapStartPrimingTest {
  private static final Context<Resource> CONTEXT = Core.getGlobalContext();
  private static final String BEFORE = "access-token-at-the-snapshot-000000000";
  private static final String AFTER = "access-token-after-the-snapshot-00000000";

  private final RequestRecordingServer aws = new RequestRecordingServer();
  private final WebhookFixture fixture = new WebhookFixture();
  private final AtomicInteger keyLoads = new AtomicInteger();
  private String token = BEFORE;
  private final WebhookHandler handler =
      fixture.handler(
          new CachedKeyRing(this::keys, InstantSource.system()), fixture.ledger, fixture.publisher);

  SnapStartPrimingTest() throws IOException {}

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void priming_hasNoEffects_exceptOneUnsignedRequestToAws_onAClosedConnection() {
    handler.beforeCheckpoint(CONTEXT);

    assertThat(fixture.lines).hasSize(1);
    assertThat(fixture.line()).contains("\"priming\":\"completed\"").doesNotContain("fault");
    assertThat(keyLoads).hasValue(0);
    assertThat(fixture.ledger.records()).isEmpty();
    assertThat(fixture.publisher.messages()).isEmpty();
    assertThat(aws.requests())
        .hasSize(1)
        .allSatisfy(
            request ->
                assertThat(request)
                    .containsEntry(":", List.of("GET /"))
                    .containsEntry("connection", List.of("close"))
                    .doesNotContainKeys("authorization", "x-amz-target"));
  }

  @Test
  void failedPriming_isCounted_andTheHandlerStillServes() {
    aws.stop();

    handler.beforeCheckpoint(CONTEXT);
    handler.afterRestore(CONTEXT);

    assertThat(fixture.line())
        .contains("\"priming\":\"failed\"", "\"fault\":", "\"primingsFailed\":1");
    assertThat(status(BEFORE)).isEqualTo(200);
  }

  @Test
  void keys_areLoadedAfterTheRestore() {
    handler.beforeCheckpoint(CONTEXT);
    token = AFTER;
    handler.afterRestore(CONTEXT);

    assertThat(status(AFTER)).isEqualTo(200);
    assertThat(keyLoads).hasValue(1);
  }

  @Test
  void randomBytes_comeFromTheSystemEachTime() {
    // An algorithm with its own state would return the same bytes in every copy of a snapshot.
    assertThat(new SecureRandom().getAlgorithm()).isEqualTo("NativePRNG");
  }

  private int status(String key) {
    String payload =
        "{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"o-1\",\"status\":\"COMPLETED\"}}";
    APIGatewayV2HTTPEvent event = GatewayEvents.post(SampleToken.body(payload, key));
    return handler.handleRequest(event, null).getStatusCode();
  }

  private KeysDocument keys() {
    keyLoads.incrementAndGet();
    return KeysDocument.parse("{\"accessTokens\":[\"%s\"]}".formatted(token));
  }
}
