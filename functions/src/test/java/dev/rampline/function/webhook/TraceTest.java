package dev.rampline.function.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.event.TraceContext;
import dev.rampline.testkit.aws.GatewayEvents;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.SetSystemProperty;

/** The trace of a delivery is in its log entry and its record. */
@SetSystemProperty(
    key = XRayTrace.PROPERTY,
    value = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1")
class TraceTest {
  private static final String INVOCATION_TRACE =
      "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01";
  private static final String DELIVERY_TRACE =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final String ORDER =
      """
      {"eventName":"ORDER_COMPLETED","data":{"id":"order-1","status":"COMPLETED"}}""";

  private final WebhookFixture fixture = new WebhookFixture();

  @Test
  void delivery_with_a_trace_keeps_it() {
    fixture.answer(event(SampleToken.body(ORDER), DELIVERY_TRACE));

    assertThat(recorded()).isEqualTo(DELIVERY_TRACE);
    assertThat(fixture.line()).contains("\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"");
  }

  @Test
  void delivery_without_a_trace_gets_the_trace_of_its_invocation() {
    fixture.answer(event(SampleToken.body(ORDER), "none"));

    assertThat(recorded()).isEqualTo(INVOCATION_TRACE);
    assertThat(fixture.line()).contains("\"traceId\":\"5759e988bd862e3fe1be46a994272793\"");
  }

  @Test
  void repeated_delivery_keeps_the_recorded_trace_and_logs_its_own() {
    fixture.answer(event(SampleToken.body(ORDER), DELIVERY_TRACE));
    fixture.answer(event(SampleToken.body(ORDER), "none"));

    assertThat(recorded()).isEqualTo(DELIVERY_TRACE);
    assertThat(fixture.line())
        .contains("\"decision\":\"duplicate\"")
        .contains("\"traceId\":\"5759e988bd862e3fe1be46a994272793\"");
  }

  @Test
  void forged_delivery_does_not_set_the_logged_trace() {
    fixture.answer(
        event(SampleToken.body(ORDER, "a key that the ring does not hold"), DELIVERY_TRACE));

    assertThat(fixture.ledger.records()).isEmpty();
    assertThat(fixture.line())
        .contains("\"reason\":\"no-key-fits\"")
        .contains("\"traceId\":\"5759e988bd862e3fe1be46a994272793\"");
  }

  @Test
  @SetSystemProperty(key = XRayTrace.PROPERTY, value = "")
  void delivery_without_any_trace_starts_one() {
    fixture.answer(event(SampleToken.body(ORDER), "none"));

    String traceId = TraceContext.parse(recorded()).orElseThrow().traceId();
    assertThat(fixture.line()).contains("\"traceId\":\"" + traceId + "\"");
  }

  private String recorded() {
    TraceContext trace = fixture.ledger.records().getFirst().lastChange().trace();
    return trace == null ? "" : trace.text();
  }

  private static APIGatewayV2HTTPEvent event(String body, String traceparent) {
    return GatewayEvents.post(body, Map.of("traceparent", traceparent));
  }
}
