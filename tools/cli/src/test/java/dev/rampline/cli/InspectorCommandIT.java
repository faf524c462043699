package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.LocalStores;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LocalClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Serves the page of a stack in a process, until a signal stops it. */
class InspectorCommandIT {
  @Test
  void page_isServed_whatCannotBeReadIsPrinted_andASignalStopsIt() throws Exception {
    try (LocalStores stores = LocalStores.embedded(Ports.ANY_FREE);
        StackEndpoint stack =
            new StackEndpoint(
                URI.create("https://provider.example"),
                stores.queues().events(),
                DevKeys.random().document());
        RunningCommand inspector =
            RunningCommand.start(
                variables(stores, stack), "inspector", "--stack", "demo", "--port", "0");
        HttpClient http = HttpClient.newHttpClient()) {
      assertThat(inspector.urls()).hasSize(1);
      URI page = URI.create(inspector.urls().getFirst());

      HttpRequest lookup = HttpRequest.newBuilder(page.resolve("/api/lookup?id=nothing")).build();
      assertThat(http.send(lookup, BodyHandlers.ofString()).body()).isEqualTo("[]");
      assertThat(http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body())
          .contains("<title>Rampline inspector</title>");
      assertThat(inspector.terminate()).isEqualTo(143);
      assertThat(inspector.output()).doesNotContain("Exception");
    }
  }

  private static Map<String, String> variables(LocalStores stores, StackEndpoint stack) {
    return Map.of(
        "AWS_REGION",
        LocalClients.REGION,
        "AWS_ACCESS_KEY_ID",
        LocalClients.CREDENTIALS,
        "AWS_SECRET_ACCESS_KEY",
        LocalClients.CREDENTIALS,
        "AWS_ENDPOINT_URL_CLOUDFORMATION",
        stack.url(),
        "AWS_ENDPOINT_URL_DYNAMODB",
        stores.dynamoDb().toString(),
        "AWS_ENDPOINT_URL_DYNAMODB_STREAMS",
        stores.dynamoDb().toString());
  }
}
