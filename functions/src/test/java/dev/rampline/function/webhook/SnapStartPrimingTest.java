package dev.rampline.function.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
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

/** Before and after the snapshot that instances are restored from. */
class SnapStartPrimingTest {
  private static final Context<Resource> CONTEXT = Core.getGlobalContext();
  private static final String BEFORE = "access-token-at-the-snapshot-000000000";
  private static final String AFTER = "access-token-after-the-snapshot-00000000";

  private final RequestRecordingServer aws = new RequestRecordingServer();
  private final WebhookFixture stage = new WebhookFixture();
  private final AtomicInteger readings = new AtomicInteger();
  private String token = BEFORE;
  private final WebhookHandler handler =
      stage.handler(
          new CachedKeyRing(this::keys, InstantSource.system()), stage.ledger, stage.publisher);

  SnapStartPrimingTest() throws IOException {}

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void rehearsal_touchesNothing_butKnocksAtAws_unsigned_andKeepsNoConnection() {
    handler.beforeCheckpoint(CONTEXT);

    assertThat(stage.lines).hasSize(1);
    assertThat(stage.line()).contains("\"rehearsal\":\"played\"").doesNotContain("fault");
    assertThat(readings).hasValue(0);
    assertThat(stage.ledger.records()).isEmpty();
    assertThat(stage.publisher.messages()).isEmpty();
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
  void rehearsalThatBreaksOff_isCounted_andTheHandlerServesAllTheSame() {
    aws.stop();

    handler.beforeCheckpoint(CONTEXT);
    handler.afterRestore(CONTEXT);

    assertThat(stage.line())
        .contains("\"rehearsal\":\"broken-off\"", "\"fault\":", "\"primingsFailed\":1");
    assertThat(status(BEFORE)).isEqualTo(200);
  }

  @Test
  void keys_areReadAfterTheRestore() {
    handler.beforeCheckpoint(CONTEXT);
    token = AFTER;
    handler.afterRestore(CONTEXT);

    assertThat(status(AFTER)).isEqualTo(200);
    assertThat(readings).hasValue(1);
  }

  @Test
  void whatIsDrawn_isReadFromTheSystemEachTime() {
    // An algorithm that keeps a state of its own would draw the same in every copy of a snapshot.
    assertThat(new SecureRandom().getAlgorithm()).isEqualTo("NativePRNG");
  }

  private int status(String key) {
    String payload =
        "{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"o-1\",\"status\":\"COMPLETED\"}}";
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder().withBody(SampleToken.body(payload, key)).build();
    return handler.handleRequest(event, null).getStatusCode();
  }

  private KeysDocument keys() {
    readings.incrementAndGet();
    return KeysDocument.parse("{\"accessTokens\":[\"%s\"]}".formatted(token));
  }
}
