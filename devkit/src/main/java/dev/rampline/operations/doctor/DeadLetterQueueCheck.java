package dev.rampline.operations.doctor;

import dev.rampline.embedded.QueuePlan;
import dev.rampline.operations.doctor.CheckFinding.Skipped;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Whether anything lies in a dead-letter queue. */
record DeadLetterQueueCheck(QueueResolver queues, QueuePlan plan) implements Check {
  @Override
  public String name() {
    return "letters in " + queues.name(plan);
  }

  @Override
  public List<CheckFinding> run() {
    return queues
        .attributes(plan)
        .map(found -> count(found.text(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)))
        .orElseGet(() -> List.of(new Skipped("There is no such queue.")));
  }

  private List<CheckFinding> count(String letters) {
    FindingCollector findings = new FindingCollector();
    findings.warnUnless(letters.equals("0"), "About %s lie there.".formatted(letters), remedy());
    return findings.orPassed("None.");
  }

  /** Its alarm has its name. */
  private String remedy() {
    return Runbook.entry(plan.queueName().replace(".fifo", ""));
  }
}
