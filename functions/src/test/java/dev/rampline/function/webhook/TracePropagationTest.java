package dev.rampline.function.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.adapter.sqs.SqsPublisher;
import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LocalClients;
import dev.rampline.testkit.aws.GatewayEvents;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** OpenTelemetry in a consumer continues the trace of the delivery. */
class TracePropagationTest {
  private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN_ID = "00f067aa0ba902b7";
  private static final String ORDER =
      """
      {"eventName":"ORDER_COMPLETED","data":{"id":"order-1","status":"COMPLETED"}}""";

  private static final TextMapGetter<Message> ATTRIBUTES =
      (message, name) -> {
        MessageAttributeValue value = Objects.requireNonNull(message).messageAttributes().get(name);
        return value == null ? null : value.stringValue();
      };

  private final EmbeddedSqs queues = EmbeddedSqs.start(0);
  private final SqsClient sqs = LocalClients.sqs(queues.endpoint());
  private final WebhookFixture fixture = new WebhookFixture();

  @AfterEach
  void close() {
    sqs.close();
    queues.close();
  }

  @Test
  void consumer_finds_the_trace_of_the_delivery_in_the_attributes_of_its_message() {
    String url = EmbeddedQueues.create(sqs).events().toString();
    WebhookHandler handler =
        fixture.handler(WebhookFixture.sampleKeys(), fixture.ledger, new SqsPublisher(sqs, url));

    handler.handleRequest(delivery("00-" + TRACE_ID + "-" + SPAN_ID + "-01"), null);

    SpanContext parent = parentOf(message(url));
    assertThat(parent.isValid() && parent.isRemote() && parent.isSampled()).isTrue();
    assertThat(parent.getTraceId()).isEqualTo(TRACE_ID);
    assertThat(parent.getSpanId()).isEqualTo(SPAN_ID);
    assertThat(fixture.line()).contains("\"traceId\":\"" + TRACE_ID + "\"");
  }

  private Message message(String url) {
    return sqs.receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .waitTimeSeconds(5)
                    .messageAttributeNames(W3CTraceContextPropagator.getInstance().fields()))
        .messages()
        .getFirst();
  }

  /** Returns the parent of a consumer's span. */
  private static SpanContext parentOf(Message message) {
    Context context =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), message, ATTRIBUTES);
    return Span.fromContext(context).getSpanContext();
  }

  private static APIGatewayV2HTTPEvent delivery(String traceparent) {
    return GatewayEvents.post(SampleToken.body(ORDER), Map.of("traceparent", traceparent));
  }
}
