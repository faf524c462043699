package dev.rampline.simulation.defect;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.LogEntry;
import java.time.Instant;
import java.util.Set;

/** Defective wrappers of the webhook handler. */
final class DefectiveWebhookHandlers {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final int REJECTED = 400;

  private DefectiveWebhookHandlers() {}

  /** Treats an event with the text of an earlier token as a duplicate. */
  static RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> deduplicatingByText(
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> sound, Set<String> seen) {
    return (event, context) ->
        seen.add(event.getBody()) ? sound.handleRequest(event, context) : answer(OK);
  }

  /** Accepts an event that cannot be written now. */
  static RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> acceptingWhenUnavailable(
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> sound) {
    return (event, context) -> {
      APIGatewayV2HTTPResponse answer = sound.handleRequest(event, context);
      return answer.getStatusCode() == UNAVAILABLE ? answer(OK) : answer;
    };
  }

  /** Logs a rejected body. */
  static RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> loggingRejectedBodies(
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> sound, EventLog eventLog) {
    return (event, context) -> {
      APIGatewayV2HTTPResponse answer = sound.handleRequest(event, context);
      if (answer.getStatusCode() >= REJECTED) {
        eventLog.write(new LogEntry("webhook", Instant.EPOCH).field("body", event.getBody()));
      }
      return answer;
    };
  }

  private static APIGatewayV2HTTPResponse answer(int status) {
    return APIGatewayV2HTTPResponse.builder().withStatusCode(status).build();
  }
}
