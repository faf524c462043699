package dev.rampline.testkit.check;

import dev.rampline.testkit.provider.OrderReport;
import dev.rampline.testkit.provider.OrderState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An order at the provider, and which of its events Rampline accepted.
 *
 * @param subject the subject
 * @param events all its events, in order
 * @param accepted those that were answered with 200
 */
public record ExpectedOrder(String subject, List<OrderEvent> events, List<OrderEvent> accepted)
    implements ExpectedSubject {
  public ExpectedOrder {
    events = List.copyOf(events);
    accepted = List.copyOf(accepted);
  }

  /** The order whose events were all accepted. */
  public ExpectedOrder(String subject, List<OrderEvent> events) {
    this(subject, events, events);
  }

  @Override
  public ExpectedOrder accepting(IntPredicate isAccepted) {
    return new ExpectedOrder(
        subject,
        events,
        IntStream.range(0, events.size()).filter(isAccepted).mapToObj(events::get).toList());
  }

  /**
   * An event.
   *
   * @param report what it reports
   * @param fields the fields that it reports, as messages write them
   */
  public record OrderEvent(OrderReport report, Map<String, String> fields) {
    public OrderEvent {
      fields = Map.copyOf(fields);
    }

    /** The rank of the field's value. A refund's amount is not the order's. */
    private int rank(String field) {
      OrderState state = report.state();
      return state == OrderState.REFUNDED && field.endsWith("Amount") ? 0 : state.rank();
    }
  }

  /** The state that the API reports. */
  OrderState apiState() {
    return apiState(events.size());
  }

  /** The state that the API reports after so many events. */
  private OrderState apiState(int count) {
    return events.stream()
        .limit(count)
        .flatMap(event -> event.report().apiStatus().stream())
        .reduce((_, later) -> later)
        .map(OrderState::ofApiStatus)
        .orElse(OrderState.AWAITING_PAYMENT);
  }

  /** Whether a webhook has reported that state. */
  public boolean isReported(OrderState state) {
    return events.stream().anyMatch(event -> event.report().state() == state);
  }

  /** The states that any channel has reported, by their names in messages. */
  Set<String> possibleStates() {
    Set<String> states = new HashSet<>(Set.of(OrderState.UNKNOWN.text()));
    events.stream()
        .map(OrderEvent::report)
        .flatMap(
            report ->
                Stream.of(
                        Stream.of(report.state()),
                        report.apiStatus().map(OrderState::ofApiStatus).stream(),
                        eventState(report).stream())
                    .flatMap(reported -> reported))
        .map(OrderState::text)
        .forEach(states::add);
    return states;
  }

  /**
   * The state that the event name reports beside an undocumented status, unless it ends the order.
   */
  private static Optional<OrderState> eventState(OrderReport report) {
    return Optional.of(OrderState.reportedBy(report.event(), null))
        .filter(state -> state.rank() < OrderState.COMPLETED.rank());
  }

  /** The names of all reported fields. */
  Stream<String> fieldNames() {
    return events.stream().flatMap(event -> event.fields().keySet().stream()).distinct();
  }

  /** The rank of the furthest accepted event with that field; empty if none was accepted. */
  Optional<Integer> rankOfField(String name) {
    return accepted.stream()
        .filter(event -> event.fields().containsKey(name))
        .map(event -> event.rank(name))
        .max(Integer::compare);
  }

  /** The values of a field from that rank on: the order's progress decides which one stands. */
  List<String> possibleValues(String name, int rank) {
    return IntStream.range(0, events.size())
        .filter(index -> events.get(index).rank(name) >= rank || apiState(index + 1).rank() >= rank)
        .mapToObj(events::get)
        .flatMap(event -> Optional.ofNullable(event.fields().get(name)).stream())
        .distinct()
        .toList();
  }
}
