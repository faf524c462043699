package dev.rampline.function.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.event.TraceContext;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.function.WebhookDependencies;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Takes the provider's webhooks from API Gateway (payload format 2.0, and 1.0 just the same). It
 * always answers, never throws, and answers within 8 seconds: the provider waits for 10.
 * Thread-safe.
 */
public final class WebhookHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Resource {
  /**
   * Leaves 3 s of the eight: for the retry queue, and for what no deadline breaks off (a connect).
   */
  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final WebhookReceiver receiver;
  private final EventLog eventLog;
  private final InstantSource clock;

  /** As Lambda makes it: from the environment. */
  public WebhookHandler() {
    this(FunctionsModule.createForLambda().webhook(WebhookConfiguration.of(System.getenv())));
    Core.getGlobalContext().register(this);
  }

  /** From parts that are put together already. */
  public WebhookHandler(WebhookDependencies receiving) {
    this.receiver = new WebhookReceiver(receiving);
    this.eventLog = receiving.eventLog();
    this.clock = receiving.clock();
  }

  /** What a delivery without a body is answered, in words that only this function uses. */
  public static APIGatewayV2HTTPResponse emptyRequestResponse() {
    return WebhookResponse.MALFORMED.response();
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(
      @Nullable APIGatewayV2HTTPEvent event, @Nullable Context context) {
    Instant begun = clock.instant();
    TraceContext trace = XRayTrace.ofInvocation().orElse(null);
    WebhookOutcome outcome = outcome(event, trace, Deadline.after(BUDGET, clock));
    String requestId = context == null ? null : context.getAwsRequestId();
    Duration latency = Duration.between(begun, clock.instant());
    LogEntry line =
        new LogEntry("webhook", begun)
            .field("requestId", requestId)
            .field("traceId", trace == null ? null : trace.traceId());
    eventLog.write(WebhookLogFields.addTo(outcome, line, latency));
    return outcome.response().response();
  }

  /** Lambda is about to take the snapshot that every instance will be restored from. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    eventLog.write(SnapStartPriming.prime(clock));
  }

  /** There is nothing to renew: this handler has done nothing yet. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  private WebhookOutcome outcome(
      @Nullable APIGatewayV2HTTPEvent event, @Nullable TraceContext trace, Deadline deadline) {
    try {
      return switch (WebhookRequest.of(event)) {
        case WebhookRequest.Unacceptable(WebhookResponse answer, String reason) ->
            new WebhookOutcome.Rejected(answer, reason);
        case WebhookRequest.Acceptable(WebhookDelivery delivery) ->
            receiver.receive(delivery, trace, deadline);
      };
    } catch (RuntimeException | Error fault) {
      // Errors too: left alone, the runtime would print their message, whatever it quotes.
      return new WebhookOutcome.Failed(null, FaultName.of(fault));
    }
  }
}
