package dev.rampline.operations.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.event.Subject;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.operations.doctor.ScriptedStack;
import dev.rampline.operations.recovery.RecoveryStores;
import dev.rampline.operations.recovery.StoreClients;
import dev.rampline.reconcile.ProviderException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class OrderLookupTest {
  private static final String QUEUE = "http://127.0.0.1:1/0/rampline-events.fifo";
  private static final String KEYS = "{\"accessTokens\":[\"an-access-token-of-fair-length-000\"]}";

  @AutoClose private final ScriptedStack provider = new ScriptedStack();
  private final RecoveryStores stores = new RecoveryStores();
  @AutoClose private final StoreClients clients = stores.newClients();

  OrderLookupTest() throws IOException {}

  @Test
  void order_isReadFromTheLedger() {
    LedgerRecord order = stores.put(Subject.order("o-1"), 3, Instant.parse("2026-03-01T10:00:00Z"));

    assertThat(lookup(Map.of()).ledgerEntry("o-1")).contains(order);
    assertThat(lookup(Map.of()).ledgerEntry("unknown")).isEmpty();
  }

  @Test
  void order_isRequestedFromTheProvider() {
    Json order = JsonReader.read("{\"id\":\"o-1\",\"status\":\"COMPLETED\"}").orElseThrow();
    provider.addOrder("o-1", "{\"id\":\"o-1\",\"status\":\"COMPLETED\"}");
    OrderLookup lookup = lookup(Map.of("RAMPLINE_PROVIDER_URL", provider.url().toString()));

    assertThat(lookup.providerOrder("o-1")).contains(order);
    assertThat(lookup.providerOrder("unknown")).isEmpty();
  }

  @Test
  void providerThatCannotBeAsked_isAnError() {
    assertThatThrownBy(() -> lookup(Map.of()).providerOrder("o-1"))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(
            () ->
                lookup(Map.of("RAMPLINE_PROVIDER_URL", "http://127.0.0.1:1")).providerOrder("o-1"))
        .isInstanceOf(ProviderException.class);
  }

  private OrderLookup lookup(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("RAMPLINE_TABLE", clients.table());
    environment.put("RAMPLINE_QUEUE_URL", QUEUE);
    environment.put("RAMPLINE_KEYS", KEYS);
    return new OrderLookup(new LocalStoreClients(clients), environment);
  }

  /** The clients of the embedded stores; the keys are inline. */
  private record LocalStoreClients(StoreClients stores) implements Clients {
    @Override
    public DynamoDbClient dynamoDb() {
      return stores.tables();
    }

    @Override
    public SqsClient sqs() {
      return stores.queues();
    }

    @Override
    public SecretsManagerClient secretsManager() {
      throw new UnsupportedOperationException("The keys are inline");
    }
  }
}
