package dev.rampline.operations.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.operations.doctor.CheckFinding.Skipped;
import dev.rampline.resources.QueuePlan;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Checks that a queue is encrypted and denies requests without TLS. */
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
        .orElseGet(() -> List.of(new Skipped("The queue does not exist.")));
  }

  private static List<CheckFinding> evaluate(QueueAttributes found) {
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        found.text(QueueAttributeName.SQS_MANAGED_SSE_ENABLED).equals("true")
            || !found.text(QueueAttributeName.KMS_MASTER_KEY_ID).isEmpty(),
        "The messages are not encrypted.",
        "Run aws sqs set-queue-attributes --attributes SqsManagedSseEnabled=true, or set a KMS"
            + " key.");
    findings.failUnless(
        statements(found.json(QueueAttributeName.POLICY))
            .anyMatch(QueueProtection::isTlsOnlyStatement),
        "The queue accepts requests without TLS.",
        "Restore the policy statement DenyInsecureTransport of QueuesPolicy in template.yaml.");
    return findings.orPassed("Encrypted; TLS required.");
  }

  /** A policy may hold a single statement without an array. */
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
