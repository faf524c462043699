package dev.rampline.operations.audit;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.adapter.ozzobit.OzzobitProviderClient;
import dev.rampline.adapter.wiring.SharedWiring;
import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.operations.recovery.RecordReader;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Audits an installation. It only reads. Not thread-safe. */
public final class InstallationAudit {
  private final Clients clients;
  private final EnvironmentVariables variables;
  private final InstantSource clock = InstantSource.system();

  /**
   * Creates audits of an installation.
   *
   * @param environment the environment variables of a function that calls the provider's API
   */
  public InstallationAudit(Clients clients, Map<String, String> environment) {
    this.clients = Objects.requireNonNull(clients, "clients");
    this.variables = new EnvironmentVariables(environment);
  }

  /**
   * Compares a file with the ledger and the provider's order list.
   *
   * @param findings receives each difference
   * @param progress receives the number of orders that were read in a stage, on this thread
   * @throws OrderFileException if the file is not an order file
   * @throws java.io.UncheckedIOException if no temporary file can be written
   * @throws software.amazon.awssdk.core.exception.SdkException if the ledger cannot be read
   * @throws dev.rampline.adapter.configuration.ConfigurationException if a setting is invalid
   */
  public AuditSummary run(
      OrderFile file,
      AuditScope scope,
      Consumer<AuditFinding> findings,
      ObjLongConsumer<AuditStage> progress) {
    IngestSettings settings = IngestSettings.of(variables);
    OrderReader provider = scope.withProvider() ? provider(settings, scope) : null;
    try (DynamoDbClient tables = clients.dynamoDb()) {
      OrderReader ledger = new LedgerOrders(new RecordReader(tables, settings.table()));
      return new Audit(file, ledger, provider, progress)
          .run(scope.window(clock.instant()), findings);
    }
  }

  private @Nullable OrderReader provider(IngestSettings settings, AuditScope scope) {
    if (variables.find(ProviderSettings.URL).isEmpty()) {
      return null;
    }
    SharedWiring wiring = new SharedWiring("audit", clients, line -> {}, clock);
    OzzobitProviderClient client =
        wiring.provider(ProviderSettings.of(variables), wiring.keyRing(KeysLocation.of(variables)));
    return new ProviderOrders(
        client::ordersByCreation,
        new ApiResponseDecoder(settings.vocabulary(), Set.of()),
        scope.since(),
        clock);
  }
}
