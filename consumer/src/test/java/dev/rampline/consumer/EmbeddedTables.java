package dev.rampline.consumer;

import static java.util.Objects.requireNonNull;

import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.LocalClients;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB Local in this process, started once for all test classes. */
final class EmbeddedTables implements BeforeAllCallback {
  private @Nullable DynamoDbClient client;

  @Override
  public void beforeAll(ExtensionContext context) {
    client =
        context
            .getRoot()
            .getStore(Namespace.create(getClass()))
            .computeIfAbsent(getClass(), key -> Running.start(), Running.class)
            .client();
  }

  DynamoDbClient client() {
    return requireNonNull(client, "Not started. Register EmbeddedTables as a static extension.");
  }

  /** The running store, which JUnit closes. */
  private record Running(EmbeddedDynamoDb store, DynamoDbClient client) implements AutoCloseable {
    static Running start() {
      EmbeddedDynamoDb store = EmbeddedDynamoDb.start(0);
      return new Running(store, LocalClients.dynamoDb(store.endpoint()));
    }

    @Override
    public void close() {
      client.close();
      store.close();
    }
  }
}
