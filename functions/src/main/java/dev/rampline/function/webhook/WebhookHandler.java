package dev.rampline.function.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.adapter.telemetry.Line;
import dev.rampline.event.TraceContext;
import dev.rampline.function.Composition;
import dev.rampline.function.Configuration;
import dev.rampline.function.Receiving;
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
  /** Leaves 3 s of the eight: for the spill, and for what no deadline breaks off (a connect). */
  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final Receiver receiver;
  private final Journal journal;
  private final InstantSource clock;

  /** As Lambda makes it: from the environment. */
  public WebhookHandler() {
    this(Composition.inLambda().receiving(Configuration.of(System.getenv())));
    Core.getGlobalContext().register(this);
  }

  /** From parts that are put together already. */
  public WebhookHandler(Receiving receiving) {
    this.receiver = new Receiver(receiving);
    this.journal = receiving.journal();
    this.clock = receiving.clock();
  }

  /** What a delivery without a body is answered, in words that only this function uses. */
  public static APIGatewayV2HTTPResponse answerToNothing() {
    return Answer.MALFORMED.response();
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(
      @Nullable APIGatewayV2HTTPEvent event, @Nullable Context context) {
    Instant begun = clock.instant();
    TraceContext trace = XRayTrace.ofInvocation().orElse(null);
    Outcome outcome = outcome(event, trace, Deadline.after(BUDGET, clock));
    String requestId = context == null ? null : context.getAwsRequestId();
    Duration latency = Duration.between(begun, clock.instant());
    Line line =
        new Line("webhook", begun)
            .tell("requestId", requestId)
            .tell("traceId", trace == null ? null : trace.traceId());
    journal.write(OutcomeLine.tell(outcome, line, latency));
    return outcome.answer().response();
  }

  /** Lambda is about to take the snapshot that every instance will be restored from. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    journal.write(Rehearsal.play(clock));
  }

  /** There is nothing to renew: this handler has done nothing yet. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  private Outcome outcome(
      @Nullable APIGatewayV2HTTPEvent event, @Nullable TraceContext trace, Deadline deadline) {
    try {
      return switch (Request.of(event)) {
        case Request.Unacceptable(Answer answer, String reason) ->
            new Outcome.Refused(answer, reason);
        case Request.Acceptable(Delivery delivery) -> receiver.receive(delivery, trace, deadline);
      };
    } catch (RuntimeException | Error fault) {
      // Errors too: left alone, the runtime would print their message, whatever it quotes.
      return new Outcome.Failed(null, FaultName.of(fault));
    }
  }
}
