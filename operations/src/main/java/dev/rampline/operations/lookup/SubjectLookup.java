package dev.rampline.operations.lookup;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.adapter.wiring.SharedWiring;
import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.operations.recovery.StoreClients;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Looks up orders and customers in the ledger, the provider's API and the queues, and changes
 * nothing. The methods throw the exceptions of {@link dev.rampline.ledger.Ledger} and of the SDK.
 */
public final class SubjectLookup {
  private final StoreClients stores;
  private final SubjectFinder finder;
  private final ProviderReader provider;

  /**
   * @param clients creates the client of the keys
   * @param variables the environment variables of a function that calls the provider's API
   * @throws dev.rampline.adapter.configuration.ConfigurationException if a variable is invalid
   */
  public SubjectLookup(StoreClients stores, Clients clients, Map<String, String> variables) {
    InstantSource clock = InstantSource.system();
    this.stores = stores;
    this.finder =
        new SubjectFinder(
            new DynamoDbLedger(stores.tables(), stores.table()), stores.tables(), stores.table());
    this.provider =
        new ProviderReader(
            new SharedWiring("order", clients, line -> {}, clock),
            new EnvironmentVariables(variables),
            clock);
  }

  /**
   * Looks up an id: the provider's or the partner's id of an order, or any id of a customer. It may
   * name several subjects. If the ledger knows none, the report is about the subject that the
   * provider knows, else about an order.
   */
  public List<SubjectReport> find(String id) {
    List<Entry> found = finder.find(id);
    return found.isEmpty() ? List.of(withoutEntry(id)) : reports(found);
  }

  /** Looks up a subject. The alias of a customer leads to the customer's other subjects. */
  public List<SubjectReport> find(Subject subject) {
    List<Entry> found = finder.find(subject);
    return found.isEmpty() ? List.of(withoutEntry(subject, askAbout(subject))) : reports(found);
  }

  private List<SubjectReport> reports(List<Entry> found) {
    QueueCounts queues = QueueCounts.read(stores);
    return found.stream()
        .map(entry -> new SubjectReport(entry.subject(), entry, ask(entry), queues))
        .toList();
  }

  private ProviderAnswer ask(Entry entry) {
    return switch (entry) {
      case LedgerRecord record -> provider.answer(record);
      case Tombstone erased -> askAbout(erased.subject());
    };
  }

  private SubjectReport withoutEntry(String id) {
    ProviderAnswer order = provider.order(id);
    if (order instanceof ProviderAnswer.NotKnown
        && provider.customer(id) instanceof ProviderAnswer.Known customer) {
      return withoutEntry(Subject.customer(id), customer);
    }
    return withoutEntry(Subject.order(id), order);
  }

  private SubjectReport withoutEntry(Subject subject, ProviderAnswer answer) {
    return new SubjectReport(subject, null, answer, QueueCounts.read(stores));
  }

  /** The API is asked by the id in the subject, unless it stands there as a hash. */
  private ProviderAnswer askAbout(Subject subject) {
    String prefix = subject.kind() == Subject.Kind.ORDER ? "order/" : "kyc/customer/";
    String text = subject.text();
    if (!subject.canBeLookedUp() || text.startsWith(prefix + "~")) {
      return new ProviderAnswer.NoId();
    }
    String id = text.substring(prefix.length());
    return subject.kind() == Subject.Kind.ORDER ? provider.order(id) : provider.customer(id);
  }
}
