package dev.rampline.consumer;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoDbHandledStatesTest extends HandledStatesContract {
  private final DynamoDbClient client = EmbeddedTables.client();
  private final String table = ConsumerTable.create(client);
  private final DynamoDbHandledStates states = new DynamoDbHandledStates(client, table);

  @Override
  HandledStates states() {
    return states;
  }

  static Stream<JsonNode> vectors() throws IOException {
    return HandledStateVectors.read("handled-states.json", "states");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void item_isTheSameInEveryLanguage(JsonNode vector) {
    states.replace(MessageBodies.ORDER, null, HandledStateVectors.state(vector.path("state")));

    assertThat(
            client
                .getItem(
                    get ->
                        get.tableName(table)
                            .key(Map.of("subject", AttributeValue.fromS(MessageBodies.ORDER))))
                .item())
        .isEqualTo(attributes(vector.path("item")));
  }

  private static Map<String, AttributeValue> attributes(JsonNode map) {
    return map.properties().stream()
        .collect(toMap(Map.Entry::getKey, entry -> attribute(entry.getValue())));
  }

  private static AttributeValue attribute(JsonNode typed) {
    Map.Entry<String, JsonNode> entry = typed.properties().iterator().next();
    JsonNode value = entry.getValue();
    return switch (entry.getKey()) {
      case "S" -> AttributeValue.fromS(value.asText());
      case "N" -> AttributeValue.fromN(value.asText());
      case "BOOL" -> AttributeValue.fromBool(value.booleanValue());
      case "M" -> AttributeValue.fromM(attributes(value));
      case "L" ->
          AttributeValue.fromL(
              HandledStateVectors.elements(value)
                  .map(DynamoDbHandledStatesTest::attribute)
                  .toList());
      default -> throw new IllegalArgumentException(entry.getKey());
    };
  }
}
