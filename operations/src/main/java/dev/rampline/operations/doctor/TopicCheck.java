package dev.rampline.operations.doctor;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/**
 * Checks that the topic for further consumers exists, is encrypted, accepts messages only of the
 * relay and the operators, and has a subscriber. Whether the relay publishes to it, {@link
 * FunctionState} checks.
 *
 * @param relayRole the name of the relay's role
 * @param operators the ARNs of the parameter {@code SenderArns}, separated by commas
 */
record TopicCheck(SnsClient topics, String arn, String relayRole, String operators)
    implements Check {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PRINCIPAL = "aws:PrincipalArn";

  /** What the template compares with if it has no operators. */
  private static final String NO_OPERATOR = "none";

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

  private List<CheckFinding> evaluate(Map<String, String> found) {
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        found.containsKey("KmsMasterKeyId"), "The messages are not encrypted.", StackStores.REMEDY);
    findings.failUnless(
        policy(found).path("Statement").valueStream().anyMatch(this::isDenialOfOtherSenders),
        "Principals other than the relay and SenderArns may publish to the topic.",
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

  /** Its conditions exempt the relay and the operators, and must exempt no one else. */
  private boolean isDenialOfOtherSenders(JsonNode statement) {
    JsonNode condition = statement.path("Condition");
    Set<String> exempt = values(condition.path("StringNotEquals").path(PRINCIPAL));
    exempt.removeAll(List.of(operators.split(",")));
    exempt.remove(NO_OPERATOR);
    return statement.path("Effect").asText().equals("Deny")
        && values(statement.path("Action")).stream().anyMatch("sns:Publish"::equalsIgnoreCase)
        && values(condition.path("ArnNotEquals").path(PRINCIPAL)).equals(Set.of(relayArn()))
        && exempt.isEmpty();
  }

  private String relayArn() {
    List<String> parts = List.of(arn.split(":"));
    return "arn:%s:iam::%s:role/%s".formatted(parts.get(1), parts.get(4), relayRole);
  }

  /** Returns one text, or those of a list. */
  private static Set<String> values(JsonNode value) {
    return (value.isArray() ? value.valueStream() : Stream.of(value))
        .map(JsonNode::asText)
        .filter(not(String::isEmpty))
        .collect(toCollection(HashSet::new));
  }
}
