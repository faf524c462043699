package dev.rampline.fuzzing;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.simulation.cloud.Table;
import dev.rampline.simulation.cloud.Table.TableWrite;
import dev.rampline.simulation.defect.DefectInjector;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that every API Gateway event gets a documented answer ({@code
 * docs/architecture.md#answers-to-a-webhook}), that unsigned bytes have no effect, and that a
 * repeated signed event changes nothing, except that the quarantine may keep it again.
 */
final class HandlerTarget implements FuzzTarget {
  private static final int OK = 200;

  /** Excludes 503: no dependency is down, so a 503 would hide a bug in Rampline. */
  private static final Map<Integer, String> RESPONSES =
      Map.of(
          OK,
          "{\"status\":\"accepted\"}",
          400,
          "{\"status\":\"malformed\"}",
          401,
          "{\"status\":\"unauthenticated\"}",
          405,
          "{\"status\":\"method not allowed\"}",
          413,
          "{\"status\":\"too large\"}");

  private static final Set<String> HEADERS = Set.of("content-type", "cache-control", "allow");

  private final DefectInjector injector;

  HandlerTarget() {
    this(DefectInjector.NONE);
  }

  /** With that defect. */
  HandlerTarget(DefectInjector injector) {
    this.injector = injector;
  }

  @Override
  public void check(byte[] input) {
    FuzzGatewayEvent gateway = FuzzGatewayEvent.of(FuzzInput.read(input));
    FuzzEnvironment environment = FuzzEnvironment.create(injector);
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler = environment.webhook();
    int status = invoke(handler, gateway.event());
    int effects = environment.effectCount();
    PropertyViolation.throwUnless(
        status != OK || gateway.isAuthentic(), "an unsigned webhook is not answered 200");
    PropertyViolation.throwUnless(status == OK || effects == 0, "a rejected webhook has no effect");
    int recorded = environment.recordedEffectCount();
    PropertyViolation.throwUnless(
        isWrittenOnce(environment.cloud().table().stream()), "one event writes each record once");
    PropertyViolation.throwUnless(
        invoke(handler, gateway.event()) == status, "a repeated event gets the same answer");
    PropertyViolation.throwUnless(
        environment.recordedEffectCount() == recorded, "a repeated event changes no record");
    checkRelay(environment);
  }

  /** An event may name several ids of a customer, each of which has a record. */
  private static boolean isWrittenOnce(List<TableWrite> writes) {
    return writes.stream().map(TableWrite::subject).distinct().count() == writes.size();
  }

  private static int invoke(
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler,
      APIGatewayV2HTTPEvent event) {
    APIGatewayV2HTTPResponse response = handler.handleRequest(event, null);
    int status = response.getStatusCode();
    PropertyViolation.throwUnless(
        RESPONSES.containsKey(status), "the answer is documented, not " + status);
    PropertyViolation.throwUnless(
        response.getBody().equals(RESPONSES.get(status))
            && HEADERS.containsAll(response.getHeaders().keySet()),
        "answers have fixed bodies");
    return status;
  }

  /** Checks that the relay sends nothing new for messages that were sent inline. */
  private static void checkRelay(FuzzEnvironment environment) {
    List<TableWrite> stream = List.copyOf(environment.cloud().table().stream());
    int effects = environment.effectCount();
    PropertyViolation.throwUnless(
        environment
            .relay()
            .handleRequest(Table.streamEvent(stream), null)
            .getBatchItemFailures()
            .isEmpty(),
        "every written record can be relayed");
    PropertyViolation.throwUnless(
        environment.effectCount() == effects, "the relay sends the same message again");
  }
}
