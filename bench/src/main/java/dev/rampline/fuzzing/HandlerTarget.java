package dev.rampline.fuzzing;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.simulation.cloud.SimulatedStreamBatch;
import dev.rampline.simulation.cloud.Table.TableWrite;
import dev.rampline.simulation.defect.DefectInjector;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Any event of API Gateway gets an answer of design §6; bytes that nobody signed leave no trace,
 * and signed ones the same however often they come.
 */
final class HandlerTarget implements FuzzTarget {
  private static final int OK = 200;

  /** There is no 503 among them: nothing is down, so it would hide a mistake of ours. */
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

  /** With that put in. */
  HandlerTarget(DefectInjector sabotage) {
    this.injector = sabotage;
  }

  @Override
  public void check(byte[] input) {
    FuzzGatewayEvent gateway = FuzzGatewayEvent.of(FuzzInput.read(input));
    FuzzEnvironment site = FuzzEnvironment.create(injector);
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler = site.webhook();
    int status = invoke(handler, gateway.event());
    int effects = site.effectCount();
    PropertyViolation.throwUnless(
        status != OK || gateway.isAuthentic(), "no 200 for what nobody signed");
    PropertyViolation.throwUnless(status == OK || effects == 0, "what is refused leaves no trace");
    PropertyViolation.throwUnless(
        status != OK || effects == 0 || site.cloud().table().stream().size() == 1,
        "one event makes one write");
    PropertyViolation.throwUnless(
        invoke(handler, gateway.event()) == status, "it is answered the same again");
    PropertyViolation.throwUnless(
        site.effectCount() == effects, "what comes again changes nothing");
    checkRelay(site);
  }

  private static int invoke(
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler,
      APIGatewayV2HTTPEvent event) {
    APIGatewayV2HTTPResponse response = handler.handleRequest(event, null);
    int status = response.getStatusCode();
    PropertyViolation.throwUnless(
        RESPONSES.containsKey(status), "an answer is one of design §6, not " + status);
    PropertyViolation.throwUnless(
        response.getBody().equals(RESPONSES.get(status))
            && HEADERS.containsAll(response.getHeaders().keySet()),
        "answers have fixed texts");
    return status;
  }

  /** The stream brings what was sent already, so nothing new comes of it. */
  private static void checkRelay(FuzzEnvironment site) {
    List<TableWrite> stream = List.copyOf(site.cloud().table().stream());
    int effects = site.effectCount();
    PropertyViolation.throwUnless(
        site.relay()
            .handleRequest(SimulatedStreamBatch.of(stream), null)
            .getBatchItemFailures()
            .isEmpty(),
        "what was written can be relayed");
    PropertyViolation.throwUnless(
        site.effectCount() == effects, "the relay sends the same message once more");
  }
}
