package dev.rampline.function.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.erasure.Erasure;
import dev.rampline.event.Subject;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.template.Template;
import dev.rampline.testkit.aws.GatewayEvents;
import dev.rampline.time.Deadline;
import dev.rampline.verification.KeyRing;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class WebhookHandlerTest {
  private static final String OLD = "access-token-before-rotation";
  private static final String NEW = "access-token-after-rotation";
  private static final String ORDER =
      """
      {"eventName":"ORDER_COMPLETED","data":{"id":"order-1","status":"COMPLETED"}}""";

  private final WebhookFixture fixture = new WebhookFixture();

  @Test
  void genuine_event_is_in_ledger_and_queue_when_the_response_is_sent() {
    assertThat(fixture.answer(GatewayEvents.post(SampleToken.body(ORDER))).getStatusCode())
        .isEqualTo(200);

    assertThat(fixture.ledger.records()).hasSize(1);
    assertThat(fixture.publisher.messages()).hasSize(1);
    assertThat(fixture.line())
        .contains("\"subject\":\"order/order-1\",\"state\":\"completed\"")
        .contains("\"decision\":\"state-changed\",\"version\":\"1\"")
        .contains("\"delivery\":\"sent\"", "\"channel\":\"webhook\"", "\"latency\":");
  }

  @Test
  void repeated_event_is_answered_the_same_and_sent_once() {
    fixture.answer(GatewayEvents.post(SampleToken.body(ORDER)));

    assertThat(fixture.answer(GatewayEvents.post(SampleToken.body(ORDER + " "))).getStatusCode())
        .isEqualTo(200);
    assertThat(fixture.publisher.messages()).hasSize(1);
    assertThat(fixture.line()).contains("\"decision\":\"duplicate\"", "\"delivery\":\"none\"");
  }

  @Test
  void event_of_an_erased_order_is_accepted_counted_and_not_stored() {
    fixture.answer(GatewayEvents.post(SampleToken.body(ORDER)));
    new Erasure(fixture.ledger, InstantSource.system())
        .erase(
            Subject.order("order-1"),
            Deadline.after(Duration.ofSeconds(5), InstantSource.system()));

    assertThat(fixture.answer(GatewayEvents.post(SampleToken.body(ORDER))).getStatusCode())
        .isEqualTo(200);
    assertThat(fixture.ledger.records()).isEmpty();
    assertThat(fixture.publisher.messages()).hasSize(1);
    assertThat(fixture.line())
        .contains("\"decision\":\"erased\",\"version\":\"1\"", "\"erased\":1");
  }

  @Test
  void ping_is_accepted_and_not_stored() {
    assertThat(
            fixture
                .answer(GatewayEvents.post(SampleToken.body("{\"eventName\":\"PONG\"}")))
                .getStatusCode())
        .isEqualTo(200);
    assertThat(fixture.ledger.records()).isEmpty();
    assertThat(fixture.line()).contains("\"decision\":\"ignored\"", "\"events\":1");
  }

  @Test
  void daily_invocation_of_the_template_has_no_effect() throws IOException {
    String input =
        Template.read()
            .properties("WebhookFunction")
            .at("/Events/KeepActive/Properties/Input")
            .asText();
    GatewayEvent event = new JsonMapper().readValue(input, GatewayEvent.class);

    fixture.checksOrigin = true;
    assertThat(fixture.handler().handle(event, null).getStatusCode()).isEqualTo(200);

    assertThat(fixture.lines).isEmpty();
    assertThat(fixture.ledger.records()).isEmpty();
    assertThat(fixture.publisher.messages()).isEmpty();
  }

  @Test
  void omitted_field_is_counted() {
    fixture.answer(
        GatewayEvents.post(SampleToken.body(ORDER.replace("\"id\"", "\"fiatAmount\":[],\"id\""))));

    assertThat(fixture.line()).contains("\"decision\":\"state-changed\"", "\"fieldsLeftOut\":1");
  }

  @Test
  void token_under_a_rotated_key_is_accepted_after_one_refresh() {
    RotatedKeyRing ring = new RotatedKeyRing(OLD, NEW);

    assertThat(status(ring, SampleToken.body(ORDER, NEW))).isEqualTo(200);
    assertThat(ring.refreshes()).isEqualTo(1);
  }

  @Test
  void forged_token_costs_one_refresh_and_is_rejected() {
    RotatedKeyRing ring = new RotatedKeyRing(OLD, NEW);

    assertThat(status(ring, SampleToken.body(ORDER, "a key that the ring does not hold")))
        .isEqualTo(401);
    assertThat(ring.refreshes()).isEqualTo(1);
    assertThat(fixture.line()).contains("\"reason\":\"no-key-fits\"", "\"rejections\":1");
  }

  @Test
  void malformed_body_costs_no_refresh() {
    RotatedKeyRing ring = new RotatedKeyRing(OLD, NEW);

    assertThat(status(ring, "[]")).isEqualTo(400);
    assertThat(ring.refreshes()).isZero();
  }

  @Test
  void event_is_accepted_and_counted_if_the_queue_fails_after_the_write() {
    WebhookHandler handler =
        fixture.handler(
            WebhookFixture.sampleKeys(),
            fixture.ledger,
            (messages, deadline) ->
                messages.stream().map(message -> new Unsent(message, false, "Down")).toList());

    assertThat(
            handler
                .handleRequest(GatewayEvents.post(SampleToken.body(ORDER)), null)
                .getStatusCode())
        .isEqualTo(200);
    assertThat(fixture.ledger.records()).hasSize(1);
    assertThat(fixture.line()).contains("\"delivery\":\"left-to-relay\"", "\"sendsFailed\":1");
  }

  private int status(KeyRing ring, String body) {
    WebhookHandler handler = fixture.handler(ring, fixture.ledger, fixture.publisher);
    return handler.handleRequest(GatewayEvents.post(body), null).getStatusCode();
  }
}
