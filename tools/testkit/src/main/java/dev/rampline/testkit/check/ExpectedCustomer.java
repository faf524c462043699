package dev.rampline.testkit.check;

import dev.rampline.testkit.provider.KycReport;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer at the provider, and which events on the KYC Rampline accepted.
 *
 * @param subject the subject
 * @param ids the customer's IDs, as messages write them
 * @param isInOrder whether the events arrived in their order; if not, only their times tell it
 * @param events all events, in order
 * @param accepted those that were answered with 200
 * @param aliases what names the customer by other ids
 */
public record ExpectedCustomer(
    String subject,
    Map<String, String> ids,
    boolean isInOrder,
    List<KycEvent> events,
    List<KycEvent> accepted,
    Aliases aliases)
    implements ExpectedSubject {
  private static final String UNKNOWN = "unknown";

  public ExpectedCustomer {
    ids = Map.copyOf(ids);
    events = List.copyOf(events);
    accepted = List.copyOf(accepted);
  }

  /** The customer whose events were all accepted. */
  public ExpectedCustomer(
      String subject, Map<String, String> ids, boolean isInOrder, List<KycEvent> events) {
    this(subject, ids, isInOrder, events, events, Aliases.NONE);
  }

  @Override
  public ExpectedCustomer accepting(IntPredicate isAccepted) {
    return new ExpectedCustomer(
        subject,
        ids,
        isInOrder,
        events,
        IntStream.range(0, events.size()).filter(isAccepted).mapToObj(events::get).toList(),
        aliases);
  }

  /**
   * What names the customer by other ids alone.
   *
   * @param subjects the subjects of ids that may be linked: what their messages report is not news
   * @param linked the accepted events by linked ids
   * @param possiblyLinked also those by ids that a response of the API may have linked, or an event
   *     that was recorded but not answered
   */
  public record Aliases(
      Set<String> subjects, List<KycEvent> linked, List<KycEvent> possiblyLinked) {
    static final Aliases NONE = new Aliases(Set.of(), List.of(), List.of());

    public Aliases {
      subjects = Set.copyOf(subjects);
      linked = List.copyOf(linked);
      possiblyLinked = List.copyOf(possiblyLinked);
    }
  }

  /**
   * An event.
   *
   * @param report what it reports
   * @param at the reported time; null: none
   */
  public record KycEvent(KycReport report, @Nullable Instant at) {
    boolean isBefore(@Nullable Instant other) {
      return at != null && other != null && other.isAfter(at);
    }

    /**
     * Whether another event has a later time; or the same time and, as the reports are ordered, a
     * verdict after a submission or a later name ({@code docs/architecture.md#kyc-rules}).
     */
    boolean isSupersededBy(KycEvent other) {
      return isBefore(other.at)
          || (at != null && at.equals(other.at) && report.compareTo(other.report) < 0);
    }

    @Override
    public String toString() {
      return at == null ? report.name() : report + " at " + at;
    }
  }

  /** Whether the API can be queried ({@code docs/provider-api.md#kyc-endpoints}). */
  boolean isKnownToApi() {
    return ids.containsKey("partnerCustomerId");
  }

  /** The API's state. */
  KycReport inApi() {
    return events.getLast().report();
  }

  /**
   * The states that may stand: no event overrides a later one, and the API reports the latest. An
   * event without a time is ordered by its arrival.
   */
  Set<String> possibleStates() {
    Set<String> states = reportedStates();
    if (accepted.isEmpty() && aliases.linked().isEmpty()) {
      states.add(UNKNOWN);
    }
    return states;
  }

  /** Whether an accepted event supersedes that one, or the API may have reported a later state. */
  boolean isSuperseded(KycEvent event) {
    return isPossibleReplay(event)
        || Stream.of(accepted, aliases.possiblyLinked())
            .flatMap(List::stream)
            .anyMatch(event::isSupersededBy);
  }

  /**
   * Whether the event repeats a state that was reported by an id which may be linked to one that
   * the API knows: if it arrived after the API's answer, it makes no version ({@code
   * docs/architecture.md#confirmation}).
   */
  private boolean isPossibleReplay(KycEvent event) {
    long reports =
        Stream.of(accepted, aliases.possiblyLinked())
            .flatMap(List::stream)
            .filter(other -> other.report() == event.report())
            .count();
    return reports > 1
        && (isKnownToApi()
            || aliases.subjects().stream().anyMatch(id -> id.startsWith("kyc/customer/")));
  }

  private Stream<KycEvent> known() {
    return Stream.of(accepted, aliases.linked()).flatMap(List::stream);
  }

  private Set<String> reportedStates() {
    Instant latest =
        known()
            .map(KycEvent::at)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(Instant.MIN);
    int first = isInOrder && !accepted.isEmpty() ? events.lastIndexOf(accepted.getLast()) : 0;
    return events.stream()
        .skip(first)
        .filter(event -> !event.isBefore(latest))
        .map(event -> event.report().state())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
