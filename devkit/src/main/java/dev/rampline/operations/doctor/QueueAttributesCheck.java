package dev.rampline.operations.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.embedded.QueuePlan;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Whether a queue is set as planned, and its dead letters go where they are looked for.
 *
 * @param remedy how a queue becomes again what it was
 */
record QueueAttributesCheck(QueueResolver queues, QueuePlan plan, String remedy) implements Check {
  @Override
  public String name() {
    return "queue " + queues.name(plan);
  }

  @Override
  public List<CheckFinding> run() {
    return queues
        .attributes(plan)
        .map(this::compare)
        .orElseGet(() -> List.of(new Failed("There is no such queue.", remedy)));
  }

  private List<CheckFinding> compare(QueueAttributes found) {
    FindingCollector findings = new FindingCollector();
    new TreeMap<>(plan.attributes())
        .forEach(
            (name, wanted) ->
                findings.failUnless(
                    !found.hasDifferent(name, wanted),
                    "Its %s is %s instead of %s.".formatted(name, found.text(name), wanted),
                    remedy));
    plan.redrive().ifPresent(redrive -> compare(redrive, found, findings));
    return findings.orPassed("It is there, as planned.");
  }

  private void compare(QueuePlan.Redrive wanted, QueueAttributes found, FindingCollector findings) {
    String own = found.text(QueueAttributeName.QUEUE_ARN);
    String target = own.substring(0, own.lastIndexOf(':') + 1) + queues.name(wanted.target());
    JsonNode policy = found.json(QueueAttributeName.REDRIVE_POLICY);
    findings.failUnless(
        policy.path("deadLetterTargetArn").asText().equals(target),
        "What nobody can take does not go to " + queues.name(wanted.target()) + ".",
        remedy);
    findings.failUnless(
        policy.path("maxReceiveCount").asInt() == wanted.receives(),
        "It gives a message up after another number of receives than " + wanted.receives() + ".",
        remedy);
  }
}
