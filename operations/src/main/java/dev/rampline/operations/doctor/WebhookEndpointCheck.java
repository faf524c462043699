package dev.rampline.operations.doctor;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.failure.FailureCause;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import java.net.URI;
import java.util.List;

/**
 * Checks that the webhook function responds at the webhook URL. It posts an empty request, which
 * the function rejects.
 */
record WebhookEndpointCheck(URI url, HttpProbe probe) implements Check {
  /** The path of the template's route. */
  static final String PATH = "/webhooks/ozzobit";

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;

  @Override
  public String name() {
    return "webhook URL";
  }

  @Override
  public List<CheckFinding> run() throws InterruptedException {
    return switch (probe.postEmpty(url)) {
      case HttpProbe.Reply.NoAnswer(FailureCause cause) ->
          List.of(
              new Failed(
                  "Cannot connect to %s: %s.".formatted(url, cause.description()),
                  "Check that the API is deployed, and the network access of this machine."));
      case HttpProbe.Reply.Answered response -> evaluate(response);
    };
  }

  private List<CheckFinding> evaluate(HttpProbe.Reply.Answered response) {
    APIGatewayV2HTTPResponse expected = WebhookHandler.emptyRequestResponse();
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        response.status() == expected.getStatusCode() && response.body().equals(expected.getBody()),
        "%s responds with %d, but not from the webhook function.".formatted(url, response.status()),
        remedy(response.status()));
    return findings.orPassed("The webhook function responds at " + url + ".");
  }

  private static String remedy(int status) {
    return switch (status) {
      case FORBIDDEN -> "Check the web ACL or the authorizer in front of the API.";
      case NOT_FOUND -> "Check that the route " + PATH + " exists.";
      case TOO_MANY_REQUESTS -> "Too many requests: " + Runbook.entry("rampline-rejections");
      default -> Runbook.entry("rampline-webhook-errors");
    };
  }
}
