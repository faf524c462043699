package dev.rampline.adapter.assembly;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.dynamodb.DynamoDbAgenda;
import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.adapter.dynamodb.DynamoDbPassLog;
import dev.rampline.adapter.ozzobit.OzzobitProvider;
import dev.rampline.adapter.ozzobit.ProviderApi;
import dev.rampline.adapter.settings.ConfigurationException;
import dev.rampline.adapter.settings.IngestSettings;
import dev.rampline.adapter.settings.KeysLocation;
import dev.rampline.adapter.settings.ProviderSettings;
import dev.rampline.adapter.sqs.SqsPublisher;
import dev.rampline.adapter.telemetry.Journal;
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
public final class Assembly {
  private final Surroundings surroundings;
  private final Clients clients;
  private final KeyRings keyRings;

  /**
   * With those clients, lines and time.
   *
   * @param process who it is for, as its lines say
   */
  public Assembly(String process, Clients clients, Journal journal, InstantSource clock) {
    this(process, Surroundings.real(clients, journal, clock));
  }

  /**
   * In those surroundings.
   *
   * @param process who it is for, as its lines say
   */
  public Assembly(String process, Surroundings surroundings) {
    this.surroundings = surroundings;
    this.clients = surroundings.clients();
    this.keyRings = new KeyRings(process, clients, surroundings.journal(), surroundings.clock());
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
  public Reconciliation.LedgerStores books(IngestSettings settings) {
    DynamoDbClient tables = clients.dynamoDb();
    String table = settings.table();
    return new Reconciliation.LedgerStores(
        new DynamoDbLedger(tables, table),
        new DynamoDbAgenda(tables, table),
        new DynamoDbPassLog(tables, table));
  }

  /** What takes words into that ledger. */
  public Ingest ingest(IngestSettings settings, Ledger ledger) {
    return new Ingest(
        ledger,
        new SqsPublisher(clients.sqs(), settings.outlet().queueUrl()),
        new MessageComposer(settings.outlet().environment()),
        settings.ledgerBudget(),
        surroundings.random(),
        surroundings.pause());
  }

  /** What asks the provider's API, with those keys, and takes its answers in. */
  public ProviderLookup readBack(
      IngestSettings settings, ProviderSettings provider, KeyRing keyRing, Ingest ingest) {
    ApiResponseDecoder decoder = new ApiResponseDecoder(settings.extraFields());
    return new ProviderLookup(provider(provider, keyRing), decoder, ingest, surroundings.clock());
  }

  /** The provider's API, asked with those keys. */
  public ProviderClient provider(ProviderSettings settings, KeyRing keyRing) {
    return new OzzobitProvider(
        providerApi(settings.url()),
        settings.auth(),
        settings.perSecond(),
        keyRing,
        surroundings.pause());
  }

  /** What calls the provider's API, whoever asks. */
  public ProviderApi providerApi(URI base) {
    return new ProviderApi(
        base,
        surroundings.http().get(),
        surroundings.clock(),
        surroundings.random(),
        surroundings.pause());
  }
}
