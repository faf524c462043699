package dev.rampline.devkit.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.devkit.doctor.Finding.Wrong;
import dev.rampline.embedded.QueuePlan;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Whether a queue is set as planned, and its dead letters go where they are looked for.
 *
 * @param remedy how a queue becomes again what it was
 */
record QueueShape(QueueSite site, QueuePlan plan, String remedy) implements Check {
  @Override
  public String name() {
    return "queue " + site.name(plan);
  }

  @Override
  public List<Finding> look() {
    return site.attributes(plan)
        .map(this::compare)
        .orElseGet(() -> List.of(new Wrong("There is no such queue.", remedy)));
  }

  private List<Finding> compare(QueueAttributes found) {
    Findings findings = new Findings();
    new TreeMap<>(plan.attributes())
        .forEach(
            (name, wanted) ->
                findings.wrongUnless(
                    !found.contradicts(name, wanted),
                    "Its %s is %s instead of %s.".formatted(name, found.text(name), wanted),
                    remedy));
    plan.redrive().ifPresent(redrive -> compare(redrive, found, findings));
    return findings.orFine("It is there, as planned.");
  }

  private void compare(QueuePlan.Redrive wanted, QueueAttributes found, Findings findings) {
    String own = found.text(QueueAttributeName.QUEUE_ARN);
    String target = own.substring(0, own.lastIndexOf(':') + 1) + site.name(wanted.target());
    JsonNode policy = found.json(QueueAttributeName.REDRIVE_POLICY);
    findings.wrongUnless(
        policy.path("deadLetterTargetArn").asText().equals(target),
        "What nobody can take does not go to " + site.name(wanted.target()) + ".",
        remedy);
    findings.wrongUnless(
        policy.path("maxReceiveCount").asInt() == wanted.receives(),
        "It gives a message up after another number of receives than " + wanted.receives() + ".",
        remedy);
  }
}
