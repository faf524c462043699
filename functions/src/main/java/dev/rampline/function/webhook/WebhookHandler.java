package dev.rampline.function.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.event.TraceContext;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.function.WebhookDependencies;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Handles the provider's webhooks from API Gateway (payload format 2.0 or 1.0). It never throws and
 * responds within 8 seconds, because the provider waits for 10. Thread-safe.
 */
public final class WebhookHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Resource {
  /**
   * Leaves 3 of the 8 seconds for the retry queue and for calls that no deadline interrupts, such
   * as a connect.
   */
  private static final Duration BUDGET = Duration.ofSeconds(5);

  /**
   * The route of the daily invocation that keeps the snapshot (template.yaml). API Gateway writes
   * the route of an event, so no request has this one.
   */
  private static final String KEEP_ACTIVE = "keep-active";

  private final WebhookReceiver receiver;
  private final OriginCheck originCheck;
  private final EventLog eventLog;
  private final InstantSource clock;

  /** Creates the handler from environment variables. Lambda calls this constructor. */
  public WebhookHandler() {
    this(FunctionsModule.createForLambda().webhook(WebhookConfiguration.of(System.getenv())));
    Core.getGlobalContext().register(this);
  }

  /** Creates the handler from its dependencies. */
  public WebhookHandler(WebhookDependencies dependencies) {
    this.receiver = new WebhookReceiver(dependencies);
    this.originCheck = new OriginCheck(dependencies.keyRing(), dependencies.checksOrigin());
    this.eventLog = dependencies.eventLog();
    this.clock = dependencies.clock();
  }

  /** Returns the response to a request without a body. No other part of the stack sends it. */
  public static APIGatewayV2HTTPResponse emptyRequestResponse() {
    return WebhookResponse.MALFORMED.response();
  }

  /** Handles an event of API Gateway or a load balancer. Lambda calls this. */
  public APIGatewayV2HTTPResponse handle(@Nullable GatewayEvent event, @Nullable Context context) {
    return handleRequest(event, context);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(
      @Nullable APIGatewayV2HTTPEvent event, @Nullable Context context) {
    if (event != null && KEEP_ACTIVE.equals(event.getRouteKey())) {
      return WebhookResponse.ACCEPTED.response();
    }
    Instant startedAt = clock.instant();
    TraceContext trace = XRayTrace.ofInvocation().orElse(null);
    String requestId = context == null ? null : context.getAwsRequestId();
    LogEntry entry =
        new LogEntry("webhook", startedAt)
            .field("requestId", requestId)
            .field("traceId", trace == null ? null : trace.traceId());
    WebhookOutcome outcome = outcome(event, trace, Deadline.after(BUDGET, clock), entry);
    Duration latency = Duration.between(startedAt, clock.instant());
    eventLog.write(WebhookLogFields.addTo(outcome, entry, latency));
    return outcome.response().response();
  }

  /** Primes the snapshot that Lambda is about to take. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    eventLog.write(SnapStartPriming.prime(clock));
  }

  /** Does nothing: the handler held no keys or connections when the snapshot was taken. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  private WebhookOutcome outcome(
      @Nullable APIGatewayV2HTTPEvent event,
      @Nullable TraceContext trace,
      Deadline deadline,
      LogEntry entry) {
    try {
      Optional<WebhookOutcome> refusal = originCheck.refuse(event);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      if (originCheck.enabled()) {
        // Without CloudFront the sender can write any address.
        entry.field(LogField.VIEWER_ADDRESS, ViewerAddress.of(event).orElse(null));
      }
      return receive(event, trace, deadline);
    } catch (RuntimeException | Error fault) {
      // Errors too: the runtime would print their message, which may quote personal data.
      return new WebhookOutcome.Failed(null, FaultName.of(fault));
    }
  }

  private WebhookOutcome receive(
      @Nullable APIGatewayV2HTTPEvent event, @Nullable TraceContext trace, Deadline deadline) {
    return switch (WebhookRequest.of(event, receiver.signatureHeader())) {
      case WebhookRequest.Unacceptable(WebhookResponse response, String reason) ->
          new WebhookOutcome.Rejected(response, reason);
      case WebhookRequest.Acceptable(WebhookDelivery delivery) ->
          receiver.receive(delivery, trace, deadline);
    };
  }
}
