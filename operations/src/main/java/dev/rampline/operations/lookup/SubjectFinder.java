package dev.rampline.operations.lookup;

import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.event.Field;
import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.operations.recovery.StoreClients;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Finds the ledger's entries for an id. The methods throw the exceptions of {@link Ledger} and of
 * the client.
 *
 * @param tables reads the index of the partner's order ids
 * @param table the name of the ledger table
 */
public record SubjectFinder(Ledger ledger, DynamoDbClient tables, String table) {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final String PARTNER_ORDER_INDEX = "partner-order";
  private static final String SUBJECT = "subject";

  /** Creates a finder on these stores. */
  public static SubjectFinder of(StoreClients stores) {
    return new SubjectFinder(
        new DynamoDbLedger(stores.tables(), stores.table()), stores.tables(), stores.table());
  }

  /**
   * Returns the entries that an id may mean: an order by the provider's or the partner's id, or a
   * customer by any of the customer's ids.
   */
  public List<Entry> find(String id) {
    Map<Subject, Entry> found = new LinkedHashMap<>();
    Stream.concat(
            Stream.of(
                Subject.order(id), Subject.customer(id), Subject.partnerUser(id), Subject.user(id)),
            ordersOfPartner(id))
        .flatMap(subject -> find(subject).stream())
        .forEach(entry -> found.putIfAbsent(entry.subject(), entry));
    return List.copyOf(found.values());
  }

  /**
   * Returns the entry of a subject. An id of a customer that no event was about has only aliases:
   * their entries are returned instead.
   */
  public List<Entry> find(Subject subject) {
    return read(subject)
        .map(
            entry ->
                entry instanceof LedgerRecord record && record.version() == 0
                    ? aliases(record)
                    : List.of(entry))
        .orElseGet(List::of);
  }

  private List<Entry> aliases(LedgerRecord record) {
    return record.fields().aliases().stream()
        .flatMap(alias -> read(new Subject(alias)).stream())
        .filter(entry -> entry.version() > 0)
        .toList();
  }

  private Optional<Entry> read(Subject subject) {
    return ledger.read(
        subject, Ledger.Consistency.STRONG, Deadline.after(TIMEOUT, InstantSource.system()));
  }

  private Stream<Subject> ordersOfPartner(String id) {
    return tables
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .indexName(PARTNER_ORDER_INDEX)
                    .keyConditionExpression(Field.PARTNER_ORDER_ID.text() + " = :id")
                    .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(id))))
        .items()
        .stream()
        .map(item -> new Subject(Objects.requireNonNull(item.get(SUBJECT), SUBJECT).s()));
  }
}
