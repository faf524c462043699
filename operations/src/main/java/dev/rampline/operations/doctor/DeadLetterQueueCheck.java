package dev.rampline.operations.doctor;

import dev.rampline.operations.doctor.CheckFinding.Skipped;
import dev.rampline.resources.QueuePlan;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Checks that a dead-letter queue is empty. */
record DeadLetterQueueCheck(QueueResolver queues, QueuePlan plan) implements Check {
  @Override
  public String name() {
    return "messages in " + queues.name(plan);
  }

  @Override
  public List<CheckFinding> run() {
    return queues
        .attributes(plan)
        .map(found -> count(found.text(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)))
        .orElseGet(() -> List.of(new Skipped("The queue does not exist.")));
  }

  private List<CheckFinding> count(String count) {
    FindingCollector findings = new FindingCollector();
    findings.warnUnless(
        count.equals("0"), "About %s messages in the queue.".formatted(count), remedy());
    return findings.orPassed("Empty.");
  }

  /** The alarm has the same name as the queue. */
  private String remedy() {
    return Runbook.entry(plan.queueName().replace(".fifo", ""));
  }
}
