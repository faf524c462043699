package dev.rampline.devkit.doctor;

import dev.rampline.devkit.doctor.Finding.Skipped;
import dev.rampline.embedded.QueuePlan;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Whether anything lies in a dead-letter queue. */
record DeadLetters(QueueSite site, QueuePlan plan) implements Check {
  @Override
  public String name() {
    return "letters in " + site.name(plan);
  }

  @Override
  public List<Finding> look() {
    return site.attributes(plan)
        .map(found -> count(found.text(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)))
        .orElseGet(() -> List.of(new Skipped("There is no such queue.")));
  }

  private List<Finding> count(String letters) {
    Findings findings = new Findings();
    findings.doubtfulUnless(
        letters.equals("0"), "About %s lie there.".formatted(letters), remedy());
    return findings.orFine("None.");
  }

  /** Its alarm has its name. */
  private String remedy() {
    return Runbook.entry(plan.queueName().replace(".fifo", ""));
  }
}
