package dev.rampline.operations.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.embedded.QueuePlan;
import dev.rampline.operations.doctor.CheckFinding.Skipped;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Whether a queue is encrypted, and refuses whoever comes without TLS. */
record QueueProtection(QueueResolver queues, QueuePlan plan) implements Check {
  @Override
  public String name() {
    return "queue " + queues.name(plan) + ", protection";
  }

  @Override
  public List<CheckFinding> run() {
    return queues
        .attributes(plan)
        .map(QueueProtection::evaluate)
        .orElseGet(() -> List.of(new Skipped("There is no such queue.")));
  }

  private static List<CheckFinding> evaluate(QueueAttributes found) {
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        found.text(QueueAttributeName.SQS_MANAGED_SSE_ENABLED).equals("true")
            || !found.text(QueueAttributeName.KMS_MASTER_KEY_ID).isEmpty(),
        "Its messages are not encrypted.",
        "aws sqs set-queue-attributes --attributes SqsManagedSseEnabled=true, or a KMS key.");
    findings.failUnless(
        statements(found.json(QueueAttributeName.POLICY))
            .anyMatch(QueueProtection::isTlsOnlyStatement),
        "It answers without TLS.",
        "Add the statement DenyInsecureTransport of QueuesPolicy in template.yaml again.");
    return findings.orPassed("Encrypted, and for TLS alone.");
  }

  /** One alone may stand without its list. */
  private static Stream<JsonNode> statements(JsonNode policy) {
    JsonNode statements = policy.path("Statement");
    return statements.isArray() ? statements.valueStream() : Stream.of(statements);
  }

  private static boolean isTlsOnlyStatement(JsonNode statement) {
    return statement.path("Effect").asText().equals("Deny")
        && statement.path("Action").asText().equalsIgnoreCase("sqs:*")
        && statement.at("/Condition/Bool").path("aws:SecureTransport").asText().equals("false");
  }
}
