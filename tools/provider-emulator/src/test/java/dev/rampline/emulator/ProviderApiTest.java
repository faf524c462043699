package dev.rampline.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderApiTest {
  private static final ApiAccess ACCESS =
      new ApiAccess(
          "token",
          new TokenIssuer(
              new ApiCredentials("key", "secret"),
              Duration.ofHours(1),
              InstantSource.system(),
              new Random(1)));
  private static final List<EmulatedScenario> STORIES =
      EmulationPlan.generate(60, 1, new ProviderKeys("token", null), ChannelFaults.DEFAULT)
          .scenarios();

  private final HttpClient client = HttpClient.newHttpClient();
  private ProviderServer api = start(FaultRates.NONE);

  @AfterEach
  void close() {
    client.close();
    api.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization,Bearer token,'',200",
    "Authorization,Bearer secret,'',200",
    "apiKey,key,'',200",
    "Accept,any,&apiKey=key,200",
    "Accept,any,'',401",
    "Authorization,Bearer other,'',401",
    "Authorization,Bearer key,'',401",
    "apiKey,secret,'',401",
    "Accept,any,&apiKey=,401"
  })
  void request_isAnswered_ifAuthorized(String header, String value, String query, int status)
      throws Exception {
    URI list = api.baseUrl().resolve("/api/v2/orders?page=1" + query);
    HttpRequest request = HttpRequest.newBuilder(list).header(header, value).build();

    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(status);
    await().until(() -> api.requests() == 1);
  }

  @Test
  void pages_containTheWholeList_lastUpdatedFirst() throws Exception {
    Set<String> ids = new HashSet<>();
    JsonNode page = page(1);
    int pages = page.path("pagination").path("totalPages").asInt();
    for (int number = 1; number <= pages; number++) {
      page(number).path("data").forEach(row -> ids.add(row.path("id").asText()));
    }

    assertThat(ids).hasSize(page.path("pagination").path("totalItems").asInt());
    EmulatedScenario last =
        STORIES.stream().filter(scenario -> !scenario.orderId().isEmpty()).toList().getLast();
    assertThat(page.path("data").get(0).path("id").asText()).isEqualTo(last.orderId());
  }

  @Test
  void list_isSortedByCreation_ifNothingElseIsAsked() throws Exception {
    JsonNode rows = new JsonMapper().readTree(get("/api/v2/orders?limit=100").body()).path("data");
    List<Instant> created =
        StreamSupport.stream(rows.spliterator(), false)
            .map(row -> Instant.parse(row.path("createdAt").asText("1970-01-01T00:00:00Z")))
            .toList();

    assertThat(created).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void rejections_includeEveryKind_withARetryDelay() throws Exception {
    restart(FaultRates.NONE.with("reject", 100));
    Set<Integer> statuses = new HashSet<>();
    for (int request = 0; request < 40; request++) {
      HttpResponse<String> answer = get("/api/v2/orders");
      statuses.add(answer.statusCode());
      assertThat(answer.headers().firstValue("Retry-After").isPresent())
          .isEqualTo(answer.statusCode() == 429);
    }

    assertThat(statuses).containsExactlyInAnyOrder(401, 429, 500, 503);
  }

  @Test
  void droppedRequest_getsNoResponse() {
    restart(FaultRates.NONE.with("drop", 100));

    assertThatThrownBy(() -> get("/api/v2/orders")).isInstanceOf(IOException.class);
  }

  @Test
  void truncatedResponse_isNeverValid() {
    restart(FaultRates.NONE.with("cut", 100));

    for (int request = 0; request < 12; request++) {
      assertThatThrownBy(() -> new JsonMapper().readTree(bounded(get("/api/v2/orders").body())))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void duplicatesAndShifts_changePagesButNoRow() throws Exception {
    JsonNode behaved = page(1);
    restart(FaultRates.NONE.with("duplicate", 100));

    JsonNode doubled = page(1);

    assertThat(StreamSupport.stream(doubled.path("data").spliterator(), false).distinct().toList())
        .isEqualTo(StreamSupport.stream(behaved.path("data").spliterator(), false).toList());
    assertThat(doubled.path("data")).hasSize(2 * behaved.path("data").size());
  }

  private JsonNode page(int number) throws IOException, InterruptedException {
    String query = "sortBy=updatedAt&limit=10&page=" + number;
    return new JsonMapper().readTree(get("/api/v2/orders?" + query).body());
  }

  private static String bounded(String body) throws IOException {
    if (body.length() > 10_000_000) {
      throw new IOException("The response is too large");
    }
    return body;
  }

  private HttpResponse<String> get(String resource) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(api.baseUrl().resolve(resource))
            .header("Authorization", "Bearer token")
            .build(),
        BodyHandlers.ofString());
  }

  private void restart(FaultRates faults) {
    api.close();
    api = start(faults);
  }

  private static ProviderServer start(FaultRates faults) {
    ProviderState state = ProviderState.of(STORIES, InstantSource.system());
    return ProviderServer.start(0, ACCESS, state, new ApiFaultInjector(faults, 1));
  }
}
