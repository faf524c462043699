package dev.rampline.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.simulation.check.Invariant;
import dev.rampline.simulation.cloud.ItemAttributes;
import dev.rampline.simulation.environment.SimulationRandom;
import dev.rampline.simulation.provider.SimulatedEvent;
import dev.rampline.simulation.provider.SimulatedKycEvent;
import dev.rampline.simulation.provider.SimulatedOrderEvent;
import dev.rampline.testkit.check.ObservedMessage;
import dev.rampline.testkit.provider.GeneratedPayload;
import dev.rampline.testkit.provider.KycReport;
import dev.rampline.testkit.provider.OrderReport;
import dev.rampline.testkit.provider.OrderState;
import dev.rampline.testkit.provider.PayloadOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An attacker with the provider's signing key: it reports orders as completed and customers as
 * approved, both known and invented ones. None may ever be confirmed, and each ends as a conflict
 * that an alarm counts, or as what the provider's API reports. It hides a completion behind a
 * refund, links an id of its own to approved customers, and takes ids that the API refuses. Only a
 * state of an id to which the API never answers may stand, and an alarm measures its age.
 */
final class LeakedKeyAttack {
  static final String INVENTED_ORDER = "order/forged-order";
  static final String INVENTED_CUSTOMER = "kyc/customer/forged-customer";

  private static final String REFUNDED_ORDER = "order/forged-refund";
  private static final String UNANSWERED_ORDER = "order/forged-status-500";
  private static final Set<String> INVENTED =
      Set.of(
          INVENTED_ORDER,
          INVENTED_CUSTOMER,
          REFUNDED_ORDER,
          "order/forged-status-400",
          "kyc/customer/forged-status-422");

  private static final String LINKED_USER = "mallory-";
  private static final Pattern OLDEST_UNCONFIRMED =
      Pattern.compile("\"oldestUnconfirmed\":(7[2-9]\\d\\d|[89]\\d{3}|\\d{5,})\\b");
  private static final Pattern DISAGREEMENTS = Pattern.compile("\"disagreements\":([1-9]\\d*)");
  private static final Duration LATEST = Duration.ofHours(2);

  private final SimulationContext context;
  private final WebhookChannel webhooks;
  private final SimulationRandom random;
  private final List<SimulatedEvent> forgeries = new ArrayList<>();
  private final List<String> linked = new ArrayList<>();

  LeakedKeyAttack(SimulationContext context, WebhookChannel webhooks) {
    this.context = context;
    this.webhooks = webhooks;
    this.random = context.environment().random().fork("leaked key");
  }

  void schedule(SimulationPlan plan, Instant start) {
    plan.orderScenarios().stream()
        .filter(order -> order.steps().stream().noneMatch(LeakedKeyAttack::isCompleted))
        .forEach(order -> forge(start, order("order/" + order.orderId())));
    plan.kycScenarios().stream()
        .filter(KycScenario::hasPartnerId)
        .filter(customer -> customer.steps().stream().noneMatch(LeakedKeyAttack::isApproved))
        .forEach(customer -> forge(start, customer("kyc/customer/" + customer.customerId())));
    plan.kycScenarios().stream()
        .filter(KycScenario::hasPartnerId)
        .filter(customer -> customer.steps().stream().anyMatch(LeakedKeyAttack::isApproved))
        .forEach(customer -> forgeLink(start, customer.customerId()));
    INVENTED.stream()
        .sorted()
        .map(subject -> subject.startsWith("order/") ? order(subject) : customer(subject))
        .forEach(event -> forge(start, event));
    send(start, refund(REFUNDED_ORDER));
    send(start, order(UNANSWERED_ORDER));
  }

  /** Names an id of the attacker's with a customer, and then alone. */
  private void forgeLink(Instant start, String customerId) {
    String user = LINKED_USER + customerId;
    linked.add("kyc/partner-user/" + user);
    send(start, approval(Map.of("partnerCustomerId", customerId, "partnerUserId", user)));
    send(start, approval(Map.of("partnerUserId", user)));
  }

  /** Records every forgery that was confirmed or stands uncontested. */
  void check() {
    for (SimulatedEvent event : forgeries) {
      context
          .cloud()
          .table()
          .find(event.subject())
          .ifPresent(item -> check(event.subject(), item, state(event)));
    }
    context.cloud().table().find(UNANSWERED_ORDER).ifPresent(this::checkUnanswered);
    linked.forEach(this::checkLinked);
  }

  private void checkUnanswered(Map<String, AttributeValue> item) {
    expect(
        ItemAttributes.text(item, "confirmedAt").isEmpty(),
        UNANSWERED_ORDER,
        "a state is confirmed about which the API never answered");
    expect(
        context.logEntries().stream()
            .anyMatch(
                entry ->
                    entry.contains(UNANSWERED_ORDER) && OLDEST_UNCONFIRMED.matcher(entry).find()),
        UNANSWERED_ORDER,
        "the age of an unconfirmed state was not measured");
  }

  /** Nothing but forged events names this id, so no answer of the API can be about it. */
  private void checkLinked(String subject) {
    context
        .cloud()
        .table()
        .find(subject)
        .ifPresent(
            item ->
                expect(
                    ItemAttributes.text(item, "confirmedAt").isEmpty(),
                    subject,
                    "a forged alias is confirmed"));
    expect(
        messages(subject)
            .noneMatch(
                message ->
                    isConfirmed(message)
                        || message.data().path("trust").asText().equals("fetched")),
        subject,
        "a message confirms a forged alias");
  }

  private Stream<ObservedMessage> messages(String subject) {
    return context.cloud().queue().sent().stream()
        .map(sent -> ObservedMessage.of(sent.body()))
        .filter(message -> message.subject().equals(subject));
  }

  private void check(String subject, Map<String, AttributeValue> item, String state) {
    checkForged(subject, item, state);
    if (INVENTED.contains(subject)) {
      expect(
          context.logEntries().stream().anyMatch(entry -> DISAGREEMENTS.matcher(entry).find()),
          subject,
          "no disagreement was counted");
    }
  }

  private static String state(SimulatedEvent event) {
    return switch (event) {
      case SimulatedOrderEvent order -> order.report().state().text();
      case SimulatedKycEvent customer -> customer.report().state();
    };
  }

  private static boolean isCompleted(OrderScenario.OrderStep step) {
    return step.report().state() == OrderState.COMPLETED;
  }

  private static boolean isApproved(KycScenario.KycStep step) {
    return step.report() == KycReport.APPROVED;
  }

  private void checkForged(String subject, Map<String, AttributeValue> item, String state) {
    boolean stands = ItemAttributes.state(item).equals(state) || subject.equals(REFUNDED_ORDER);
    Map<String, AttributeValue> conflict = ItemAttributes.map(item, "conflict");
    boolean isOpen =
        !conflict.isEmpty() && ItemAttributes.text(conflict, "resolvedState").isEmpty();
    boolean isConfirmed = !ItemAttributes.text(item, "confirmedAt").isEmpty();
    expect(!(stands && isConfirmed), subject, "a forged " + state + " is confirmed");
    expect(!stands || isOpen, subject, "a forged " + state + " stands without a conflict");
    expect(
        messages(subject)
            .noneMatch(message -> message.state().equals(state) && isConfirmed(message)),
        subject,
        "a message confirms a forged " + state);
  }

  private static boolean isConfirmed(ObservedMessage message) {
    return message.data().path("confirmedAt").isTextual();
  }

  private void expect(boolean holds, String subject, String what) {
    context.violations().expect(holds, Invariant.I4, subject, what);
  }

  private void forge(Instant start, SimulatedEvent event) {
    forgeries.add(event);
    send(start, event);
  }

  private void send(Instant start, SimulatedEvent event) {
    context
        .environment()
        .clock()
        .scheduleAt(
            start.plus(random.drawDuration(Duration.ZERO, LATEST)),
            () -> {
              context.environment().trace().add("attacker", "forges " + event);
              webhooks.deliver(event);
            });
  }

  private static SimulatedEvent order(String subject) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("eventName", "ORDER_COMPLETED");
    payload
        .putObject("data")
        .put("id", subject.substring("order/".length()))
        .put("status", "COMPLETED")
        .put("fiatAmount", 999999);
    return new SimulatedOrderEvent(0, subject, OrderReport.COMPLETED, placed(payload));
  }

  private static SimulatedEvent refund(String subject) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("eventName", "ORDER_REFUNDED");
    payload.putObject("data").put("id", subject.substring("order/".length()));
    return new SimulatedOrderEvent(0, subject, OrderReport.REFUNDED, placed(payload));
  }

  private static SimulatedEvent customer(String subject) {
    return approval(Map.of("partnerCustomerId", subject.substring("kyc/customer/".length())));
  }

  private static SimulatedEvent approval(Map<String, String> ids) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("eventName", "KYC_STATUS_CHANGED").put("kycStatus", "APPROVED");
    ids.forEach(payload::put);
    String customer = ids.get("partnerCustomerId");
    String subject =
        customer == null
            ? "kyc/partner-user/" + ids.get("partnerUserId")
            : "kyc/customer/" + customer;
    return new SimulatedKycEvent(0, subject, KycReport.APPROVED, ids, placed(payload));
  }

  private static GeneratedPayload placed(ObjectNode payload) {
    return new GeneratedPayload(payload, PayloadOutcome.PLACED, "", null);
  }
}
