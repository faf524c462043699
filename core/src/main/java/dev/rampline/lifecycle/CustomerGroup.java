package dev.rampline.lifecycle;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The records of one customer's ids ({@code docs/architecture.md#one-customer-under-several-ids}).
 *
 * <p>Two ids that a verified event names together are aliases. An id that is the alias of more than
 * one customer is shared: it belongs to none of them, and its record remains separate. The records
 * of a customer with two partner's user ids remain separate too.
 */
public final class CustomerGroup {
  /** Each record is a part of one transaction, and a message of one batch. */
  static final int MAX_SUBJECTS = 10;

  private final Subject subject;
  private final Set<Subject> named;
  private final Map<Subject, LedgerRecord> records = new LinkedHashMap<>();
  private final Map<Subject, Tombstone> tombstones = new HashMap<>();
  private final Set<Subject> subjects;

  private CustomerGroup(
      Subject subject, Set<Subject> named, Function<Subject, Optional<Entry>> ledger) {
    this.subject = subject;
    this.named = named;
    this.subjects = Set.copyOf(explore(ledger));
  }

  /**
   * Reads the records of a customer.
   *
   * @param subject the event's subject
   * @param named all subjects that a verified event names; for another event its subject alone
   * @param ledger reads an entry, strongly consistent
   */
  public static CustomerGroup read(
      Subject subject, Set<Subject> named, Function<Subject, Optional<Entry>> ledger) {
    return new CustomerGroup(subject, named, ledger);
  }

  /** Returns the event's subject. */
  public Subject subject() {
    return subject;
  }

  /** Returns all ids of the customer; some may have no record. */
  public Set<Subject> subjects() {
    return subjects;
  }

  /** Returns the record of an id; empty if there is none. */
  public Optional<LedgerRecord> find(Subject id) {
    return Optional.ofNullable(records.get(id));
  }

  /**
   * Returns the tombstone that an event meets: of its subject, or of another id that it names if
   * the ledger does not know its subject.
   */
  public Optional<Tombstone> tombstone() {
    Tombstone own = tombstones.get(subject);
    return own != null || records.containsKey(subject)
        ? Optional.ofNullable(own)
        : named.stream().map(tombstones::get).filter(id -> id != null).findFirst();
  }

  /** Returns whether the API can be asked about this customer. */
  boolean hasCustomerId() {
    return subjects.stream().anyMatch(Subject::isCustomer);
  }

  /** Returns the highest version; 0 if there is none. The next one is the same for all records. */
  public long version() {
    return states().stream().mapToLong(LedgerRecord::version).max().orElse(0);
  }

  /** Returns the version that a record had before; 0 if it is new. */
  public long versionOf(LedgerRecord next) {
    return find(next.subject()).map(LedgerRecord::version).orElse(0L);
  }

  /** Returns the ids with a state of their own: the event's subject, and all that had an event. */
  List<Subject> stateSubjects() {
    return subjects.stream()
        .filter(id -> id.equals(subject) || hasVersion(records.get(id)))
        .toList();
  }

  /** Returns the records with a state. */
  List<LedgerRecord> states() {
    return subjects.stream()
        .flatMap(id -> find(id).stream())
        .filter(CustomerGroup::hasVersion)
        .toList();
  }

  /** Returns the ids that the event names without being about them: they only get aliases. */
  List<Subject> aliasSubjects() {
    List<Subject> states = stateSubjects();
    return named.stream()
        .filter(id -> !states.contains(id) && !tombstones.containsKey(id))
        .toList();
  }

  /** Returns the aliases of an id, with those of the event. */
  Set<String> aliases(Subject id) {
    Set<String> aliases = new TreeSet<>();
    find(id).ifPresent(record -> aliases.addAll(record.fields().aliases()));
    if (named.contains(id)) {
      named.stream().filter(other -> !other.equals(id)).map(Subject::text).forEach(aliases::add);
    }
    return aliases;
  }

  private static boolean hasVersion(@Nullable LedgerRecord record) {
    return record != null && record.version() > 0;
  }

  /** Follows the aliases. Returns the subject alone if they lead to more than one customer. */
  private Set<Subject> explore(Function<Subject, Optional<Entry>> ledger) {
    Set<Subject> found = new LinkedHashSet<>();
    Deque<Subject> open = new ArrayDeque<>(List.of(subject));
    Deque<Subject> others = new ArrayDeque<>(named);
    Set<Subject> seen = new LinkedHashSet<>();
    while (seen.size() < MAX_SUBJECTS && !(open.isEmpty() && others.isEmpty())) {
      boolean isConnected = !open.isEmpty();
      Subject id = isConnected ? open.remove() : others.remove();
      if (!seen.add(id)) {
        continue;
      }
      load(id, ledger);
      if (isConnected && !isShared(id) && !tombstones.containsKey(id)) {
        found.add(id);
        aliases(id).stream().map(Subject::new).forEach(open::add);
      }
    }
    found.add(subject);
    return CustomerIds.areOfSeveral(found) ? Set.of(subject) : found;
  }

  private void load(Subject id, Function<Subject, Optional<Entry>> ledger) {
    switch (ledger.apply(id).orElse(null)) {
      case null -> {}
      case Tombstone tombstone -> tombstones.put(id, tombstone);
      case LedgerRecord record -> records.put(id, record);
    }
  }

  private boolean isShared(Subject id) {
    return !id.isCustomer()
        && CustomerIds.areOfSeveral(
            aliases(id).stream()
                .map(Subject::new)
                .filter(other -> other.isCustomer() || !id.isPartnerUser())
                .toList());
  }
}
