package dev.rampline.devkit.doctor;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.devkit.doctor.Finding.Wrong;
import dev.rampline.devkit.front.WebhookFront;
import dev.rampline.function.webhook.WebhookHandler;
import java.net.URI;
import java.util.List;

/**
 * Whether the function itself answers where the provider posts to: it refuses an empty delivery.
 */
record WebhookAnswer(URI url, Knock knock) implements Check {
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;

  @Override
  public String name() {
    return "webhook URL";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    return switch (knock.postNothing(url)) {
      case Knock.Reply.Silent(String why) ->
          List.of(
              new Wrong(
                  "Nothing answers at %s: %s.".formatted(url, why),
                  "See that it is deployed, and that this machine has a way there."));
      case Knock.Reply.Answered answer -> judge(answer);
    };
  }

  private List<Finding> judge(Knock.Reply.Answered answer) {
    APIGatewayV2HTTPResponse own = WebhookHandler.answerToNothing();
    Findings findings = new Findings();
    findings.wrongUnless(
        answer.status() == own.getStatusCode() && answer.body().equals(own.getBody()),
        "%s answers %d, and it is not the function that does.".formatted(url, answer.status()),
        remedy(answer.status()));
    return findings.orFine("The function answers at " + url + ".");
  }

  private static String remedy(int status) {
    return switch (status) {
      case FORBIDDEN -> "See what a web ACL or an authorizer in front of it refuses.";
      case NOT_FOUND -> "Its path is " + WebhookFront.PATH + "; see whether the route is there.";
      case TOO_MANY_REQUESTS -> "Too much is coming in: " + Runbook.entry("rampline-refusals");
      default -> Runbook.entry("rampline-webhook-errors");
    };
  }
}
