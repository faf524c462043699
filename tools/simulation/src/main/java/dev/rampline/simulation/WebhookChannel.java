package dev.rampline.simulation;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.simulation.environment.ExternalService;
import dev.rampline.simulation.environment.Fault;
import dev.rampline.simulation.environment.FaultInjector;
import dev.rampline.simulation.environment.SimulatedClock;
import dev.rampline.simulation.environment.SimulatedProcess;
import dev.rampline.simulation.environment.SimulationRandom;
import dev.rampline.simulation.provider.SimulatedEvent;
import dev.rampline.testkit.aws.GatewayEvents;
import java.time.Duration;
import java.time.Instant;

/** Delivers the provider's webhooks: on time or late, twice or not at all, with retries. */
final class WebhookChannel {
  private static final int MAX_ATTEMPTS = 4;
  private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration USUAL_DELAY = Duration.ofSeconds(2);
  private static final Duration MAX_DELAY = Duration.ofMinutes(20);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(8);
  private static final int OK = 200;
  private static final int UNAUTHENTICATED = 401;

  private final SimulationContext context;
  private final SimulatedClock clock;
  private final FaultInjector faults;
  private final SimulationRandom random;
  private final InstancePool<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> instances;
  private final HandlerResponseChecker checker;

  WebhookChannel(SimulationContext context) {
    this.context = context;
    this.clock = context.environment().clock();
    this.faults = context.environment().faults();
    this.random = context.environment().random().fork("webhooks");
    this.checker = new HandlerResponseChecker(context);
    this.instances =
        new InstancePool<>(
            "webhook",
            context.environment(),
            process -> context.injector().webhook(handler(process), context.eventLog(process)));
  }

  private WebhookHandler handler(SimulatedProcess process) {
    FunctionsModule composition = context.functionsModule(process);
    return new WebhookHandler(composition.webhook(WebhookConfiguration.of(context.settings())));
  }

  /** Sends the event as a webhook, subject to faults. */
  void deliver(SimulatedEvent event) {
    if (faults.inject(Fault.DROP, 0.15)) {
      context.environment().trace().add("provider", "loses " + event);
      return;
    }
    String body = context.provider().signedBody(event);
    send(event, body);
    if (faults.inject(Fault.DUPLICATE, 0.3)) {
      send(event, body);
    }
  }

  /** Posts a forged body, which Rampline must reject. */
  void forge(String body) {
    instances.invoke(
        GatewayEvents.post(body),
        (process, answer) -> {
          process.trace("answers a forgery with " + answer.getStatusCode());
          checker.checkForgery(answer.getStatusCode());
        },
        () -> {});
  }

  private void send(SimulatedEvent event, String body) {
    boolean late = faults.inject(Fault.DELAY, 0.25);
    clock.scheduleAfter(
        random.drawDuration(Duration.ZERO, late ? MAX_DELAY : USUAL_DELAY),
        () -> attempt(event, body, 1));
  }

  private void attempt(SimulatedEvent event, String body, int tries) {
    Instant begun = clock.instant();
    if (faults.checkOutage(ExternalService.WEBHOOK_ENDPOINT, begun)) {
      retry(event, body, tries);
      return;
    }
    context.acceptedEvents().deliver(event);
    int written = context.cloud().table().stream().size();
    instances.invoke(
        GatewayEvents.post(body),
        (process, answer) -> {
          process.trace("answers " + event + " with " + answer.getStatusCode());
          checker.checkLogEntry(process, written);
          if (answer.getStatusCode() == UNAUTHENTICATED) {
            checker.checkRejection(event, body, begun);
          }
          boolean taken = answer.getStatusCode() == OK;
          if (taken) {
            context.acceptedEvents().add(event);
          }
          boolean late = Duration.between(begun, clock.instant()).compareTo(RESPONSE_TIMEOUT) > 0;
          if (!taken || late || faults.inject(Fault.LOST_RESPONSE, 0.1)) {
            retry(event, body, tries);
          }
        },
        () -> retry(event, body, tries));
  }

  /**
   * The provider does not document whether a retry is signed anew ({@code
   * docs/provider-api.md#delivery-rules}): both occur.
   */
  private void retry(SimulatedEvent event, String body, int tries) {
    if (tries < MAX_ATTEMPTS) {
      String next = random.drawBoolean(0.5) ? context.provider().signedBody(event) : body;
      clock.scheduleAfter(
          FIRST_WAIT.multipliedBy(1L << (2 * tries)), () -> attempt(event, next, tries + 1));
    }
  }
}
