package dev.rampline.function.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.event.TraceContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.SetSystemProperty;

/** Which trace a delivery belongs to, in its line and in its record. */
@SetSystemProperty(
    key = XRayTrace.PROPERTY,
    value = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1")
class TraceTest {
  private static final String OF_INVOCATION =
      "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01";
  private static final String SENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final String ORDER =
      """
      {"eventName":"ORDER_COMPLETED","data":{"id":"order-1","status":"COMPLETED"}}""";

  private final WebhookFixture stage = new WebhookFixture();

  @Test
  void delivery_with_a_trace_keeps_it() {
    stage.answer(event(SampleToken.body(ORDER), SENT));

    assertThat(recorded()).isEqualTo(SENT);
    assertThat(stage.line()).contains("\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"");
  }

  @Test
  void delivery_without_a_trace_has_that_of_its_invocation() {
    stage.answer(event(SampleToken.body(ORDER), "none"));

    assertThat(recorded()).isEqualTo(OF_INVOCATION);
    assertThat(stage.line()).contains("\"traceId\":\"5759e988bd862e3fe1be46a994272793\"");
  }

  @Test
  void repeated_delivery_leaves_the_trace_of_the_first_and_tells_its_own() {
    stage.answer(event(SampleToken.body(ORDER), SENT));
    stage.answer(event(SampleToken.body(ORDER), "none"));

    assertThat(recorded()).isEqualTo(SENT);
    assertThat(stage.line())
        .contains("\"decision\":\"duplicate\"")
        .contains("\"traceId\":\"5759e988bd862e3fe1be46a994272793\"");
  }

  @Test
  void forgery_cannot_choose_the_trace_in_its_line() {
    stage.answer(event(SampleToken.body(ORDER, "nobody's key at all"), SENT));

    assertThat(stage.ledger.records()).isEmpty();
    assertThat(stage.line())
        .contains("\"reason\":\"no-key-fits\"")
        .contains("\"traceId\":\"5759e988bd862e3fe1be46a994272793\"");
  }

  @Test
  @SetSystemProperty(key = XRayTrace.PROPERTY, value = "")
  void delivery_where_nothing_traces_begins_a_trace() {
    stage.answer(event(SampleToken.body(ORDER), "none"));

    String traceId = TraceContext.parse(recorded()).orElseThrow().traceId();
    assertThat(stage.line()).contains("\"traceId\":\"" + traceId + "\"");
  }

  private String recorded() {
    TraceContext trace = stage.ledger.records().getFirst().lastChange().trace();
    return trace == null ? "" : trace.text();
  }

  private static APIGatewayV2HTTPEvent event(String body, String traceparent) {
    return APIGatewayV2HTTPEvent.builder()
        .withHeaders(Map.of("traceparent", traceparent))
        .withBody(body)
        .build();
  }
}
