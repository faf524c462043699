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
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An attacker with the provider's signing key: it reports orders as completed and customers as
 * approved, both known and invented ones. None may ever be confirmed, and each ends as a conflict
 * that an alarm counts, or as what the provider's API reports.
 */
final class LeakedKeyAttack {
  static final String INVENTED_ORDER = "order/forged-order";
  static final String INVENTED_CUSTOMER = "kyc/customer/forged-customer";

  private static final Pattern DISAGREEMENTS = Pattern.compile("\"disagreements\":([1-9]\\d*)");
  private static final Duration LATEST = Duration.ofHours(2);

  private final SimulationContext context;
  private final WebhookChannel webhooks;
  private final SimulationRandom random;
  private final List<SimulatedEvent> forgeries = new ArrayList<>();

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
    forge(start, order(INVENTED_ORDER));
    forge(start, customer(INVENTED_CUSTOMER));
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
  }

  private void check(String subject, Map<String, AttributeValue> item, String state) {
    checkForged(subject, item, state);
    if (subject.equals(INVENTED_ORDER) || subject.equals(INVENTED_CUSTOMER)) {
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
    boolean stands = ItemAttributes.state(item).equals(state);
    Map<String, AttributeValue> conflict = ItemAttributes.map(item, "conflict");
    boolean isOpen =
        !conflict.isEmpty() && ItemAttributes.text(conflict, "resolvedState").isEmpty();
    boolean isConfirmed = !ItemAttributes.text(item, "confirmedAt").isEmpty();
    expect(!(stands && isConfirmed), subject, "a forged " + state + " is confirmed");
    expect(!stands || isOpen, subject, "a forged " + state + " stands without a conflict");
    expect(
        context.cloud().queue().sent().stream()
            .map(sent -> ObservedMessage.of(sent.body()))
            .filter(message -> message.subject().equals(subject))
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

  private static SimulatedEvent customer(String subject) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("eventName", "KYC_STATUS_CHANGED");
    payload.put("partnerCustomerId", subject.substring("kyc/customer/".length()));
    payload.put("kycStatus", "APPROVED");
    return new SimulatedKycEvent(
        0,
        subject,
        KycReport.APPROVED,
        Map.of("partnerCustomerId", subject.substring("kyc/customer/".length())),
        placed(payload));
  }

  private static GeneratedPayload placed(ObjectNode payload) {
    return new GeneratedPayload(payload, PayloadOutcome.PLACED, "", null);
  }
}
