package dev.rampline.testkit.check;

import dev.rampline.testkit.check.Violation.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Checks the messages that consumers received, and the records where they can be read, against what
 * the provider reported. It collects violations and throws nothing. Not thread-safe.
 */
public final class EndToEndChecker {
  private static final String UNKNOWN = "unknown";

  private final List<ObservedMessage> messages;
  private final Map<String, List<ObservedMessage>> bySubject;
  private final Violations violations = new Violations();

  public EndToEndChecker(List<ObservedMessage> messages) {
    this.messages = List.copyOf(messages);
    this.bySubject =
        messages.stream()
            .sorted(Comparator.comparingLong(ObservedMessage::version))
            .collect(
                Collectors.groupingBy(ObservedMessage::subject, TreeMap::new, Collectors.toList()));
  }

  /** All violations so far, in order. */
  public List<Violation> violations() {
    return violations.all();
  }

  /**
   * Compares the messages with the written versions.
   *
   * @param writtenIds the IDs of the messages of all written versions
   * @param givenUp those that may be missing
   * @param mayRepeat whether a message may arrive more than once, as after the queue's interval for
   *     deduplication
   */
  public void checkMessages(Set<String> writtenIds, Set<String> givenUp, boolean mayRepeat) {
    MessageChecker checker = new MessageChecker(writtenIds, mayRepeat, violations);
    messages.forEach(checker::check);
    bySubject.values().forEach(checker::checkChanges);
    checker.checkMissing(givenUp);
  }

  /** Compares the messages with the records: every version once, and the last one as it is. */
  public void checkRecords(Collection<ObservedRecord> records, boolean mayRepeat) {
    Set<String> writtenIds =
        records.stream().flatMap(ObservedRecord::messageIds).collect(Collectors.toSet());
    checkMessages(writtenIds, Set.of(), mayRepeat);
    records.forEach(this::checkRecord);
  }

  /**
   * Checks a subject: accepted events are kept, and nothing is invented.
   *
   * @param givenUp messages that consumers never received; of a customer, no other message repeats
   *     their events
   */
  public void checkEvents(ExpectedSubject expected, Set<String> givenUp) {
    switch (expected) {
      case ExpectedOrder order -> checker(order).checkEvents();
      case ExpectedCustomer customer ->
          checker(customer)
              .checkEvents(
                  givenUp.stream().noneMatch(id -> id.startsWith(customer.subject() + "/")));
    }
  }

  /** Checks a subject after reconciliation: it agrees with the provider's API. */
  public void checkReconciled(ExpectedSubject expected) {
    switch (expected) {
      case ExpectedOrder order -> checker(order).checkReconciled();
      case ExpectedCustomer customer -> checker(customer).checkReconciled();
    }
  }

  /** Checks that what no key signed and the API did not report has no state. */
  public void checkUnreported(
      Collection<ObservedRecord> records, Predicate<String> isReportedSubject) {
    messages.stream()
        .filter(message -> !isReportedSubject.test(message.subject()))
        .forEach(message -> expectUnknown(message.subject(), message.state()));
    records.stream()
        .filter(record -> !isReportedSubject.test(record.subject()))
        .forEach(record -> expectUnknown(record.subject(), record.state()));
  }

  /** Checks that no message and no record contains the mark of forgeries. */
  public void checkForgeryMark(Collection<ObservedRecord> records, String mark) {
    for (ObservedMessage message : messages) {
      violations.expect(
          !message.body().contains(mark),
          Kind.FORGERY_ACCEPTED,
          message.subject(),
          message.id() + " contains a forgery");
    }
    for (ObservedRecord record : records) {
      violations.expect(
          !record.raw().contains(mark),
          Kind.FORGERY_ACCEPTED,
          record.subject(),
          "the record contains a forgery");
    }
  }

  private void checkRecord(ObservedRecord record) {
    messages(record.subject()).stream()
        .filter(message -> message.version() == record.version())
        .filter(
            message ->
                !message.state().equals(record.state())
                    || message.hasOpenConflict() != record.hasOpenConflict())
        .forEach(
            message ->
                violations.add(
                    Kind.MESSAGE_WRONG,
                    record.subject(),
                    message.id()
                        + " says "
                        + describe(message.state(), message.hasOpenConflict())
                        + ", the record "
                        + describe(record.state(), record.hasOpenConflict())));
  }

  private OrderChecker checker(ExpectedOrder order) {
    return new OrderChecker(order, messages(order.subject()), violations);
  }

  private CustomerChecker checker(ExpectedCustomer customer) {
    List<ObservedMessage> ofAliases =
        customer.aliases().subjects().stream()
            .sorted()
            .flatMap(alias -> messages(alias).stream())
            .toList();
    return new CustomerChecker(customer, messages(customer.subject()), ofAliases, violations);
  }

  private static String describe(String state, boolean conflict) {
    return conflict ? state + " with an open conflict" : state;
  }

  private void expectUnknown(String subject, String state) {
    violations.expect(
        state.equals(UNKNOWN),
        Kind.FORGERY_ACCEPTED,
        subject,
        "is " + state + ", which was never reported by a signed webhook or the API");
  }

  private List<ObservedMessage> messages(String subject) {
    return bySubject.getOrDefault(subject, List.of());
  }
}
