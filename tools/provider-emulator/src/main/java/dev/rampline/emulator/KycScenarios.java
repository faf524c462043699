package dev.rampline.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.emulator.socket.SocketUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The KYC scenarios. Events with a time may be delivered in any order; the documented samples have
 * no time, so they are delivered in order.
 */
final class KycScenarios {
  private static final Map<String, String> STATUS_BY_EVENT =
      Map.of("KYC_SUBMITTED", "SUBMITTED", "KYC_APPROVED", "APPROVED", "KYC_REJECTED", "REJECTED");
  private static final String CHANGED = "KYC_STATUS_CHANGED";
  private static final int SECONDS_BETWEEN = 600;

  private final Instant start;
  private final EmulatorRandom random;

  KycScenarios(Instant start, EmulatorRandom random) {
    this.start = start;
    this.random = random;
  }

  /** The scenario of the customer with that number. */
  EmulatedScenario generate(int number) {
    return switch (random.nextInt(6)) {
      case 0 -> scenario(number, "kyc submitted", "submitted", true, "KYC_SUBMITTED");
      case 1 -> scenario(number, "kyc approved", "approved", true, "KYC_SUBMITTED", "KYC_APPROVED");
      case 2 -> retried(number);
      case 3 -> withdrawn(number);
      case 4 ->
          scenario(
              number, "kyc approved, no time", "approved", false, asDocumented("KYC_APPROVED"));
      default ->
          scenario(
              number, "kyc rejected, no time", "rejected", false, asDocumented("KYC_REJECTED"));
    };
  }

  private EmulatedScenario retried(int number) {
    String[] events = {"KYC_SUBMITTED", "KYC_REJECTED", CHANGED, "KYC_SUBMITTED", "KYC_APPROVED"};
    return scenario(number, "kyc approved on retry", "approved", true, events);
  }

  private EmulatedScenario withdrawn(int number) {
    String[] events = {"KYC_SUBMITTED", "KYC_APPROVED", "KYC_REJECTED", CHANGED};
    return scenario(number, "kyc withdrawn", "retry", true, events);
  }

  private static String[] asDocumented(String last) {
    return new String[] {"KYC_SUBMITTED", last};
  }

  private EmulatedScenario scenario(
      int number, String kind, String state, boolean timed, String... events) {
    Customer customer = Customer.random(number, random);
    List<EmulatedEvent> eventList =
        IntStream.range(0, events.length)
            .mapToObj(index -> event(customer, events[index], at(index), timed))
            .toList();
    ExpectedState expected = new ExpectedState(customer.subject(), state, Set.of(), customer.ids());
    return new EmulatedScenario(kind, expected, eventList, !timed);
  }

  private Instant at(int index) {
    return start.plusSeconds((long) SECONDS_BETWEEN * index);
  }

  private static EmulatedEvent event(Customer customer, String event, Instant at, boolean timed) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("eventID", event);
    String status = STATUS_BY_EVENT.getOrDefault(event, "RETRY_NEEDED");
    body.put("kycStatus", status);
    customer.ids().forEach(body::put);
    PayloadShape shape = timed ? PayloadShape.TIMESTAMPED : PayloadShape.NESTED;
    EventSideEffects effects =
        new EventSideEffects(customer.ids(), status, Optional.of(customer.update(status)));
    return new EmulatedEvent(shape.wrap(event, body, at).toString(), at, effects);
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
