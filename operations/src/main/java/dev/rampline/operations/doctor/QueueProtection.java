package dev.rampline.operations.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.operations.doctor.CheckFinding.Skipped;
import dev.rampline.resources.QueuePlan;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Checks that a queue is encrypted, denies requests without TLS, and takes messages only of the
 * senders and of the queue that the template names.
 */
record QueueProtection(QueueResolver queues, QueuePlan plan) implements Check {
  @Override
  public String name() {
    return "queue " + queues.name(plan) + ", protection";
  }

  @Override
  public List<CheckFinding> run() {
    return queues
        .attributes(plan)
        .map(this::evaluate)
        .orElseGet(() -> List.of(new Skipped("The queue does not exist.")));
  }

  private List<CheckFinding> evaluate(QueueAttributes found) {
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
    findings.failUnless(
        statements(found.json(QueueAttributeName.POLICY))
            .anyMatch(QueueProtection::isDenialOfOtherSenders),
        "Every principal of the account with the permission may send to the queue.",
        "Restore the policy statement DenyOtherSenders of QueuesPolicy in template.yaml.");
    findings.failUnless(
        isRedriveAsPlanned(found),
        "Other queues may have this queue as their dead-letter queue.",
        "Restore the queue's RedriveAllowPolicy of template.yaml.");
    return findings.orPassed("Encrypted; TLS required; other senders denied.");
  }

  /** SQS moves dead letters past the queue's policy. */
  private boolean isRedriveAsPlanned(QueueAttributes found) {
    JsonNode allowed = found.json(QueueAttributeName.REDRIVE_ALLOW_POLICY);
    String permission = allowed.path("redrivePermission").asText();
    if (plan.source().isEmpty()) {
      return permission.equals("denyAll");
    }
    String own = found.text(QueueAttributeName.QUEUE_ARN);
    String source = own.substring(0, own.lastIndexOf(':') + 1) + queues.name(plan.source().get());
    return permission.equals("byQueue")
        && allowed.path("sourceQueueArns").size() == 1
        && allowed.at("/sourceQueueArns/0").asText().equals(source);
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

  private static boolean isDenialOfOtherSenders(JsonNode statement) {
    return statement.path("Effect").asText().equals("Deny")
        && statement.path("Action").asText().equalsIgnoreCase("sqs:SendMessage")
        && statement.at("/Condition/ArnNotEquals").path("aws:PrincipalArn").size() > 0;
  }
}
