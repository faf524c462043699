package dev.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.cli.start.DevEnvironment;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.LocalReconciliation;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.resources.LedgerTable;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tests that the components of {@code ./rampline dev} confirm what only a webhook reported. */
class DevConfirmationTest {
  private static final AttributeValue KEY = AttributeValue.fromS("order/mine");

  private final DevKeys keys = DevKeys.random();

  @Test
  void signedTerminalState_isConfirmedByTheEmulatedApi() throws Exception {
    DevStack.Settings settings =
        new DevStack.Settings(Ports.ANY_FREE, false, keys, Map.of(), line -> {});
    try (DevEnvironment dev =
            DevEnvironment.start(
                new DevEnvironment.Options(settings, true, ApiFaultInjector.NONE, false));
        InspectorClient client = new InspectorClient(dev.inspectorUrl(), "");
        DynamoDbClient tables = LocalClients.dynamoDb(dev.stack().stores().dynamoDb())) {
      client.requestSend("{\"event\":\"ORDER_COMPLETED\",\"id\":\"mine\"}");
      assertThat(record(tables)).containsKey("nextCheckAt").doesNotContainKey("confirmedAt");

      Map<String, String> variables = Map.of("RAMPLINE_PROVIDER_URL", dev.providerUrl());
      Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6));
      var _ =
          LocalReconciliation.run(
              dev.stack().stores(), keys, variables, Duration.ofMinutes(1), later);

      await().untilAsserted(() -> assertThat(record(tables)).containsKey("confirmedAt"));
    }
  }

  private static Map<String, AttributeValue> record(DynamoDbClient tables) {
    return tables
        .getItem(
            get -> get.tableName(LedgerTable.NAME).key(Map.of("subject", KEY)).consistentRead(true))
        .item();
  }
}
