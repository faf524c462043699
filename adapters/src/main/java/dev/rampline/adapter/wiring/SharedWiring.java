package dev.rampline.adapter.wiring;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.adapter.dynamodb.DynamoDbDueIndex;
import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.adapter.dynamodb.DynamoDbScanCheckpointStore;
import dev.rampline.adapter.ozzobit.OzzobitProviderClient;
import dev.rampline.adapter.ozzobit.ProviderApi;
import dev.rampline.adapter.sqs.SqsPublisher;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.ingest.Ingest;
import dev.rampline.ledger.Ledger;
import dev.rampline.message.MessageComposer;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.verification.KeyRing;
import java.net.URI;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Creates the objects that every event-processing component needs. It creates clients but makes no
 * calls: a SnapStart snapshot must contain neither a secret nor an open connection ({@code
 * docs/architecture.md#secrets-and-token-rotation}).
 */
public final class SharedWiring {
  private final RuntimeEnvironment environment;
  private final Clients clients;
  private final KeyRingFactory keyRings;

  /**
   * Creates the wiring with these clients, log and clock.
   *
   * @param process the process name in log entries
   */
  public SharedWiring(String process, Clients clients, EventLog eventLog, InstantSource clock) {
    this(process, RuntimeEnvironment.system(clients, eventLog, clock));
  }

  /**
   * Creates the wiring in an environment.
   *
   * @param process the process name in log entries
   */
  public SharedWiring(String process, RuntimeEnvironment environment) {
    this.environment = environment;
    this.clients = environment.clients();
    this.keyRings =
        new KeyRingFactory(process, clients, environment.eventLog(), environment.clock());
  }

  /**
   * Creates the key ring.
   *
   * @throws ConfigurationException if the configured keys are invalid
   */
  public KeyRing keyRing(KeysLocation location) {
    return keyRings.at(location);
  }

  /** Creates the ledger. */
  public Ledger ledger(IngestSettings settings) {
    return new DynamoDbLedger(clients.dynamoDb(), settings.table());
  }

  /** Creates the stores of the reconciliation. */
  public Reconciliation.LedgerStores ledgerStores(IngestSettings settings) {
    DynamoDbClient tables = clients.dynamoDb();
    String table = settings.table();
    return new Reconciliation.LedgerStores(
        new DynamoDbLedger(tables, table),
        new DynamoDbDueIndex(tables, table),
        new DynamoDbScanCheckpointStore(tables, table));
  }

  /** Creates the ingest use case for a ledger. */
  public Ingest ingest(IngestSettings settings, Ledger ledger) {
    Ingest ingest =
        new Ingest(
            ledger,
            new SqsPublisher(clients.sqs(), settings.publishing().queueUrl()),
            new MessageComposer(settings.publishing().environment()),
            settings.ledgerBudget(),
            environment.random(),
            environment.sleeper(),
            settings.lookups());
    return ingest.withFirstVersion(settings.firstVersion());
  }

  /** Creates the lookup, which calls the provider's API and processes the responses. */
  public ProviderLookup providerLookup(
      IngestSettings settings, ProviderSettings provider, KeyRing keyRing, Ingest ingest) {
    ApiResponseDecoder decoder =
        new ApiResponseDecoder(settings.vocabulary(), settings.extraFields());
    return new ProviderLookup(provider(provider, keyRing), decoder, ingest, environment.clock());
  }

  /** Creates the provider client with these keys. */
  public OzzobitProviderClient provider(ProviderSettings settings, KeyRing keyRing) {
    return new OzzobitProviderClient(
        providerApi(settings.url()),
        settings.auth(),
        settings.perSecond(),
        keyRing,
        environment.sleeper());
  }

  /** Creates the HTTP API of the provider. */
  public ProviderApi providerApi(URI base) {
    return new ProviderApi(
        base,
        environment.http().get(),
        environment.clock(),
        environment.random(),
        environment.sleeper());
  }
}
