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
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.verification.KeyRing;
import java.net.URI;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What every process needs that takes words in. It makes clients and calls nothing: what Lambda
 * keeps in a snapshot must hold neither a secret nor an open connection (design §8).
 */
public final class SharedWiring {
  private final RuntimeEnvironment environment;
  private final Clients clients;
  private final KeyRingFactory keyRings;

  /**
   * With those clients, lines and time.
   *
   * @param process who it is for, as its lines say
   */
  public SharedWiring(String process, Clients clients, EventLog journal, InstantSource clock) {
    this(process, RuntimeEnvironment.system(clients, journal, clock));
  }

  /**
   * In those surroundings.
   *
   * @param process who it is for, as its lines say
   */
  public SharedWiring(String process, RuntimeEnvironment surroundings) {
    this.environment = surroundings;
    this.clients = surroundings.clients();
    this.keyRings =
        new KeyRingFactory(process, clients, surroundings.eventLog(), surroundings.clock());
  }

  /**
   * The keys.
   *
   * @throws ConfigurationException if keys are given that cannot be used
   */
  public KeyRing keyRing(KeysLocation location) {
    return keyRings.at(location);
  }

  /** The ledger alone. */
  public Ledger ledger(IngestSettings settings) {
    return new DynamoDbLedger(clients.dynamoDb(), settings.table());
  }

  /** The ledger with all that is kept beside it. */
  public Reconciliation.LedgerStores ledgerStores(IngestSettings settings) {
    DynamoDbClient tables = clients.dynamoDb();
    String table = settings.table();
    return new Reconciliation.LedgerStores(
        new DynamoDbLedger(tables, table),
        new DynamoDbDueIndex(tables, table),
        new DynamoDbScanCheckpointStore(tables, table));
  }

  /** What takes words into that ledger. */
  public Ingest ingest(IngestSettings settings, Ledger ledger) {
    return new Ingest(
        ledger,
        new SqsPublisher(clients.sqs(), settings.publishing().queueUrl()),
        new MessageComposer(settings.publishing().environment()),
        settings.ledgerBudget(),
        environment.random(),
        environment.sleeper());
  }

  /** What asks the provider's API, with those keys, and takes its answers in. */
  public ProviderLookup providerLookup(
      IngestSettings settings, ProviderSettings provider, KeyRing keyRing, Ingest ingest) {
    ApiResponseDecoder decoder = new ApiResponseDecoder(settings.extraFields());
    return new ProviderLookup(provider(provider, keyRing), decoder, ingest, environment.clock());
  }

  /** The provider's API, asked with those keys. */
  public ProviderClient provider(ProviderSettings settings, KeyRing keyRing) {
    return new OzzobitProviderClient(
        providerApi(settings.url()),
        settings.auth(),
        settings.perSecond(),
        keyRing,
        environment.sleeper());
  }

  /** What calls the provider's API, whoever asks. */
  public ProviderApi providerApi(URI base) {
    return new ProviderApi(
        base,
        environment.http().get(),
        environment.clock(),
        environment.random(),
        environment.sleeper());
  }
}
