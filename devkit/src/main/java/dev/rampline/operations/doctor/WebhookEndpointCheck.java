package dev.rampline.operations.doctor;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.devstack.http.LocalWebhookServer;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import java.net.URI;
import java.util.List;

/**
 * Whether the function itself answers where the provider posts to: it refuses an empty delivery.
 */
record WebhookEndpointCheck(URI url, HttpProbe probe) implements Check {
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
      case HttpProbe.Reply.NoAnswer(String why) ->
          List.of(
              new Failed(
                  "Nothing answers at %s: %s.".formatted(url, why),
                  "See that it is deployed, and that this machine has a way there."));
      case HttpProbe.Reply.Answered answer -> evaluate(answer);
    };
  }

  private List<CheckFinding> evaluate(HttpProbe.Reply.Answered answer) {
    APIGatewayV2HTTPResponse own = WebhookHandler.emptyRequestResponse();
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        answer.status() == own.getStatusCode() && answer.body().equals(own.getBody()),
        "%s answers %d, and it is not the function that does.".formatted(url, answer.status()),
        remedy(answer.status()));
    return findings.orPassed("The function answers at " + url + ".");
  }

  private static String remedy(int status) {
    return switch (status) {
      case FORBIDDEN -> "See what a web ACL or an authorizer in front of it refuses.";
      case NOT_FOUND ->
          "Its path is " + LocalWebhookServer.PATH + "; see whether the route is there.";
      case TOO_MANY_REQUESTS -> "Too much is coming in: " + Runbook.entry("rampline-rejections");
      default -> Runbook.entry("rampline-webhook-errors");
    };
  }
}
