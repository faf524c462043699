package dev.rampline.operations.doctor;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/**
 * Checks that the topic for further consumers exists, is encrypted, accepts messages only of the
 * relay, and has a subscriber. Whether the relay publishes to it, {@link FunctionState} checks.
 */
record TopicCheck(SnsClient topics, String arn) implements Check {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String name() {
    return "topic " + arn.substring(arn.lastIndexOf(':') + 1);
  }

  @Override
  public List<CheckFinding> run() {
    try {
      return evaluate(topics.getTopicAttributes(wanted -> wanted.topicArn(arn)).attributes());
    } catch (NotFoundException missing) {
      return List.of(
          new Failed(
              "The topic does not exist: the relay waits for it, and stops.", StackStores.REMEDY));
    }
  }

  private static List<CheckFinding> evaluate(Map<String, String> found) {
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        found.containsKey("KmsMasterKeyId"), "The messages are not encrypted.", StackStores.REMEDY);
    findings.failUnless(
        policy(found).path("Statement").valueStream().anyMatch(TopicCheck::isDenialOfOtherSenders),
        "Every principal of the account with the permission may publish to the topic.",
        "Restore the policy statement DenyOtherSenders of EventsTopicPolicy in template.yaml.");
    findings.warnUnless(
        !found.getOrDefault("SubscriptionsConfirmed", "0").equals("0"),
        "No queue is subscribed.",
        "Deploy infrastructure/consumer-queue.yaml, or empty ConsumerAccounts.");
    return findings.orPassed("Encrypted; other senders denied; subscribed.");
  }

  private static JsonNode policy(Map<String, String> attributes) {
    try {
      return JSON.readTree(attributes.getOrDefault("Policy", "{}"));
    } catch (JacksonException invalid) {
      return MissingNode.getInstance();
    }
  }

  private static boolean isDenialOfOtherSenders(JsonNode statement) {
    return statement.path("Effect").asText().equals("Deny")
        && statement.path("Action").asText().equalsIgnoreCase("sns:Publish")
        && statement.at("/Condition/ArnNotEquals").has("aws:PrincipalArn");
  }
}
