package dev.rampline.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.emulator.socket.SocketUpdate;
import dev.rampline.testkit.check.ExpectedCustomer;
import dev.rampline.testkit.check.ExpectedCustomer.KycEvent;
import dev.rampline.testkit.provider.KycLifeCycle;
import dev.rampline.testkit.provider.KycReport;
import dev.rampline.testkit.provider.PayloadShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The KYC scenarios. Events with a time may be delivered in any order; the documented samples have
 * no time, so they are delivered in order.
 */
final class KycScenarios {
  private static final double TIMED_SHARE = 0.7;
  private static final int SECONDS_BETWEEN = 600;

  private final Instant start;
  private final EmulatorRandom random;

  KycScenarios(Instant start, EmulatorRandom random) {
    this.start = start;
    this.random = random;
  }

  /** The scenario of the customer with that number. */
  EmulatedScenario generate(int number) {
    Customer customer = Customer.random(number, random);
    return random.chance(TIMED_SHARE)
        ? scenario(customer, random.pick(KycLifeCycle.ALL), true)
        : scenario(customer, random.pick(KycLifeCycle.WITHOUT_RECURRENCE), false);
  }

  private EmulatedScenario scenario(Customer customer, KycLifeCycle life, boolean timed) {
    List<EmulatedEvent> events = new ArrayList<>();
    List<KycEvent> reported = new ArrayList<>();
    for (KycReport report : life.reports()) {
      Instant at = start.plusSeconds((long) SECONDS_BETWEEN * events.size());
      events.add(event(customer, report, at, timed));
      reported.add(new KycEvent(report, timed ? at : null));
    }
    return new EmulatedScenario(
        timed ? life.name() : life.name() + ", no time",
        new ExpectedCustomer(customer.subject(), customer.ids(), !timed, reported),
        events,
        !timed);
  }

  private static EmulatedEvent event(
      Customer customer, KycReport report, Instant at, boolean timed) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("eventID", report.event());
    body.put("kycStatus", report.status());
    customer.ids().forEach(body::put);
    PayloadShape shape = timed ? PayloadShape.TIMESTAMPED : PayloadShape.NESTED;
    EventSideEffects effects =
        new EventSideEffects(
            customer.ids(), report.status(), Optional.of(customer.update(report.status())));
    return new EmulatedEvent(shape.wrap(report.event(), body, at).toString(), at, effects);
  }

  /** The IDs of a customer, and the record's subject derived from them. */
  private record Customer(Map<String, String> ids, String user, String subject) {
    static Customer random(int number, EmulatorRandom random) {
      String user = random.nextHex(8) + "-" + number;
      return switch (random.nextInt(4)) {
        case 0 -> new Customer(Map.of("userId", user), user, Subjects.of("kyc/user", user));
        case 1 ->
            new Customer(
                Map.of("partnerUserId", user), user, Subjects.of("kyc/partner-user", user));
        default -> known("customer-" + number, user);
      };
    }

    private static Customer known(String customer, String user) {
      Map<String, String> ids = Map.of("partnerCustomerId", customer, "partnerUserId", user);
      return new Customer(ids, user, Subjects.of("kyc/customer", customer));
    }

    /** The socket uses only the provider's ID. */
    SocketUpdate update(String status) {
      return SocketUpdate.ofCustomer(user, status);
    }
  }
}
