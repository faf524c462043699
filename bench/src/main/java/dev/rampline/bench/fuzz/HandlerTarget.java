package dev.rampline.bench.fuzz;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.bench.cloud.StreamBatch;
import dev.rampline.bench.cloud.Table.Change;
import dev.rampline.bench.defect.Sabotage;
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
  private static final Map<Integer, String> ANSWERS =
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

  private final Sabotage sabotage;

  HandlerTarget() {
    this(Sabotage.NONE);
  }

  /** With that put in. */
  HandlerTarget(Sabotage sabotage) {
    this.sabotage = sabotage;
  }

  @Override
  public void check(byte[] input) {
    GatewayEvent gateway = GatewayEvent.of(Script.read(input));
    Site site = Site.make(sabotage);
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler = site.webhook();
    int status = answer(handler, gateway.event());
    int effects = site.effects();
    Finding.unless(status != OK || gateway.mayBeBelieved(), "no 200 for what nobody signed");
    Finding.unless(status == OK || effects == 0, "what is refused leaves no trace");
    Finding.unless(
        status != OK || effects == 0 || site.cloud().table().stream().size() == 1,
        "one event makes one write");
    Finding.unless(answer(handler, gateway.event()) == status, "it is answered the same again");
    Finding.unless(site.effects() == effects, "what comes again changes nothing");
    checkRelayed(site);
  }

  private static int answer(
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler,
      APIGatewayV2HTTPEvent event) {
    APIGatewayV2HTTPResponse response = handler.handleRequest(event, null);
    int status = response.getStatusCode();
    Finding.unless(ANSWERS.containsKey(status), "an answer is one of design §6, not " + status);
    Finding.unless(
        response.getBody().equals(ANSWERS.get(status))
            && HEADERS.containsAll(response.getHeaders().keySet()),
        "answers have fixed texts");
    return status;
  }

  /** The stream brings what was sent already, so nothing new comes of it. */
  private static void checkRelayed(Site site) {
    List<Change> stream = List.copyOf(site.cloud().table().stream());
    int effects = site.effects();
    Finding.unless(
        site.relay().handleRequest(StreamBatch.of(stream), null).getBatchItemFailures().isEmpty(),
        "what was written can be relayed");
    Finding.unless(site.effects() == effects, "the relay sends the same message once more");
  }
}
