package dev.rampline.operations.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.resources.QueuePlan;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Checks a queue's attributes and its redrive policy.
 *
 * @param remedy how to restore the queue
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
        .orElseGet(() -> List.of(new Failed("The queue does not exist.", remedy)));
  }

  private List<CheckFinding> compare(QueueAttributes found) {
    FindingCollector findings = new FindingCollector();
    new TreeMap<>(plan.attributes())
        .forEach(
            (name, wanted) ->
                findings.failUnless(
                    !found.hasDifferent(name, wanted),
                    "%s is %s instead of %s.".formatted(name, found.text(name), wanted),
                    remedy));
    plan.redrive().ifPresent(redrive -> compare(redrive, found, findings));
    return findings.orPassed("Present, correctly configured.");
  }

  private void compare(QueuePlan.Redrive wanted, QueueAttributes found, FindingCollector findings) {
    String own = found.text(QueueAttributeName.QUEUE_ARN);
    String target = own.substring(0, own.lastIndexOf(':') + 1) + queues.name(wanted.target());
    JsonNode policy = found.json(QueueAttributeName.REDRIVE_POLICY);
    findings.failUnless(
        policy.path("deadLetterTargetArn").asText().equals(target),
        "The dead-letter queue is not " + queues.name(wanted.target()) + ".",
        remedy);
    findings.failUnless(
        policy.path("maxReceiveCount").asInt() == wanted.receives(),
        "The maximum receive count is not " + wanted.receives() + ".",
        remedy);
  }
}
