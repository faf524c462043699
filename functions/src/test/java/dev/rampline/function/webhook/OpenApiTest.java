package dev.rampline.function.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.event.TraceContext;
import dev.rampline.template.Template;
import dev.rampline.testkit.aws.GatewayEvents;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysUnavailableException;
import dev.rampline.verification.Secret;
import dev.rampline.verification.WebhookFormat;
import dev.rampline.verification.WebhookVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code openapi.yaml} says what the webhook function reads and answers, and on which route. */
class OpenApiTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final String OPERATION = "/paths/~1webhooks~1ozzobit/post";
  private static final String CONTENT = OPERATION + "/requestBody/content";
  private static final String ORIGIN_SECRET = "origin-secret-1-0123456789abcdefgh";
  private static final Pattern STATUS_OF_THE_PAGE = Pattern.compile("(?m)^\\| (\\d{3})[ ,]");

  private final Specification openApi = Specification.read("openapi.yaml");
  private final WebhookFixture fixture = new WebhookFixture();

  OpenApiTest() throws IOException {}

  /** What a sender sees of an answer. */
  private record Answer(int status, JsonNode body, Map<String, String> headers) {
    static Answer of(APIGatewayV2HTTPResponse response) {
      Map<String, String> headers = new HashMap<>(response.getHeaders());
      assertThat(headers.remove("content-type")).isEqualTo("application/json");
      return new Answer(response.getStatusCode(), parse(response.getBody()).orElseThrow(), headers);
    }
  }

  @Test
  void version_isThatOfTheBuild() {
    assertThat(openApi.at("/info/version").asText()).isEqualTo(Specification.buildVersion());
  }

  @Test
  void route_isThatOfTheTemplate_andTheOnlyOne() throws IOException {
    String path = Specification.names(openApi.at("/paths")).findFirst().orElseThrow();
    String method = Specification.names(openApi.at("/paths").path(path)).findFirst().orElseThrow();

    assertThat(method.toUpperCase(Locale.ROOT) + " " + path)
        .isEqualTo(Template.read().properties("WebhookRoute").path("RouteKey").asText());
    assertThat(openApi.at("/paths")).hasSize(1);
    assertThat(openApi.at("/paths").path(path)).hasSize(1);
    assertThat(Template.read().root().at("/Outputs/WebhookUrl/Value/1").asText())
        .isEqualTo(openApi.at("/servers/1/url").asText().replace("{", "${") + path);
  }

  /** The function's answers are those of the code, which real requests lead to. */
  @Test
  void answers_areThoseOfTheFunction() throws IOException {
    Set<Answer> documented = documentedAnswers();

    assertThat(documented)
        .isEqualTo(
            Stream.of(WebhookResponse.values())
                .map(WebhookResponse::response)
                .map(Answer::of)
                .collect(toSet()));
    assertThat(documented).isEqualTo(sentAnswers());
    assertThat(Template.elements(openApi.at("/components/schemas/Answer/properties/status/enum")))
        .containsExactlyInAnyOrderElementsOf(
            documented.stream().map(answer -> answer.body().path("status")).toList());
  }

  @Test
  void statuses_areThoseOfThePage() {
    String page = WebhookFixture.read(Path.of("../docs/architecture.md"));
    String section = page.split("\n## Answers to a webhook\n", 2)[1].split("\n## ", 2)[0];

    assertThat(Specification.names(openApi.at(OPERATION + "/responses")))
        .containsExactlyInAnyOrderElementsOf(
            STATUS_OF_THE_PAGE.matcher(section).results().map(row -> row.group(1)).toList());
  }

  /** Each example of a request is a sample, which the function accepts. */
  @ParameterizedTest
  @CsvSource({"application/json,4", "text/plain,1"})
  void examplesOfRequests_areAcceptedSamples(String mediaType, int number) {
    JsonNode examples = openApi.at(CONTENT).path(mediaType).path("examples");

    assertThat(Specification.names(examples))
        .hasSize(number)
        .allSatisfy(
            name -> {
              APIGatewayV2HTTPEvent sample = load(WebhookFixture.sample(name));
              Optional<JsonNode> json = parse(body(sample));
              assertThat(json.isPresent()).isEqualTo(mediaType.equals("application/json"));
              assertThat(examples.path(name).path("value"))
                  .isEqualTo(json.orElse(new TextNode(body(sample))));
              assertThat(fixture.answer(sample).getStatusCode()).isEqualTo(200);
            });
  }

  @Test
  void examplesOfTheSignature_areThoseOfTheirSamples() {
    JsonNode examples = openApi.at(OPERATION + "/parameters/0/examples");

    assertThat(Specification.names(examples))
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(load(WebhookFixture.sample(name)).getHeaders())
                    .containsEntry(
                        "x-ozzobit-signature", examples.at("/" + name + "/value").asText()));
  }

  @ParameterizedTest
  @MethodSource("genuineEvents")
  void bodyThatTheFunctionAccepts_isValid(Path sample) {
    assertThat(faults(body(load(sample)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("malformedEvents")
  void bodyThatTheFunctionCallsMalformed_isInvalid(Path sample) {
    assertThat(faults(body(load(sample)))).isNotEmpty();
  }

  @Test
  void membersOfBodies_areThoseOfTheCode() {
    assertThat(requiredMembers("Envelope")).isEqualTo(WebhookFormat.MESSAGE_MEMBERS);
    List<String> eventNames = Vocabulary.DOCUMENTED.webhookFormat().eventNames();
    assertThat(requiredMembers("PlainEvent").subList(0, eventNames.size())).isEqualTo(eventNames);
  }

  /** Each is read: it changes the answer, the message, or the log entry. */
  @Test
  void headers_areThoseThatTheCodeReads() {
    assertThat(status("order-completed.hmac", Map.of())).isEqualTo(200);
    assertThat(status("order-completed.hmac", Map.of(header(0), "00".repeat(32)))).isEqualTo(401);
    assertThat(openApi.at("/components/securitySchemes/signature/name").asText())
        .isEqualTo(header(0));

    String trace = openApi.at("/components/schemas/TraceParent/example").asText();
    assertThat(status("order-created.jwt", Map.of(header(1), trace))).isEqualTo(200);
    assertThat(fixture.publisher.messages().getLast().trace())
        .isEqualTo(TraceContext.parse(trace).orElseThrow());

    fixture.checksOrigin = true;
    assertThat(status("kyc-approved.jwt", Map.of())).isEqualTo(403);
    assertThat(
            status(
                "kyc-approved.jwt",
                Map.of(header(2), ORIGIN_SECRET, header(3), "203.0.113.9, 198.51.100.7")))
        .isEqualTo(200);
    assertThat(fixture.line()).contains("\"viewerAddress\":\"203.0.113.9\"");

    assertThat(
            new ClassFileImporter()
                .importPackagesOf(Headers.class)
                .get(Headers.class)
                .getMethod("find", String.class)
                .getCallsOfSelf())
        .as("headers that the code reads")
        .hasSameSizeAs(openApi.at(OPERATION + "/parameters"));
  }

  @Test
  void largestBody_isThatOfTheCode() {
    String limit = String.format(Locale.ROOT, "%,d bytes", WebhookVerifier.MAX_BODY_BYTES);

    assertThat(openApi.at(OPERATION + "/description").asText()).contains("at most " + limit);
    assertThat(openApi.at(OPERATION + "/responses/413/description").asText())
        .contains("over " + limit);
  }

  static Stream<Path> genuineEvents() throws IOException {
    return files("gateway");
  }

  static Stream<Path> malformedEvents() throws IOException {
    return hostileEvents()
        .filter(file -> load(file).getBody() != null && !load(file).getIsBase64Encoded())
        .filter(file -> new WebhookFixture().answer(load(file)).getStatusCode() == 400);
  }

  private static Stream<Path> hostileEvents() throws IOException {
    return files("hostile");
  }

  private static Stream<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(WebhookFixture.EVENTS.resolve(folder))) {
      return files.sorted().toList().stream();
    }
  }

  private Set<Answer> documentedAnswers() {
    Set<Answer> answers = new HashSet<>();
    openApi
        .at(OPERATION + "/responses")
        .properties()
        .forEach(
            response -> {
              JsonNode body =
                  response
                      .getValue()
                      .at("/content/application~1json/examples")
                      .path("function")
                      .path("value");
              Map<String, String> headers =
                  response.getValue().path("headers").properties().stream()
                      .collect(
                          toMap(
                              Map.Entry::getKey,
                              header ->
                                  openApi
                                      .resolved(header.getValue())
                                      .at("/schema/const")
                                      .asText()));
              if (!body.isMissingNode()) {
                answers.add(new Answer(Integer.parseInt(response.getKey()), body, headers));
              }
            });
    return answers;
  }

  /** Sends all samples, and what leads to the answers that no sample leads to. */
  private Set<Answer> sentAnswers() throws IOException {
    Set<Answer> answers = new HashSet<>();
    Stream.concat(genuineEvents(), hostileEvents())
        .forEach(sample -> answers.add(Answer.of(fixture.answer(load(sample)))));
    KeyRing unreachable =
        () -> {
          throw new KeysUnavailableException("unreachable", new IllegalStateException());
        };
    answers.add(answer(unreachable, load(WebhookFixture.sample("order-completed.jwt"))));
    fixture.checksOrigin = true;
    answers.add(answer(withOriginSecret(), GatewayEvents.post("{}")));
    return answers;
  }

  private Answer answer(KeyRing keyRing, APIGatewayV2HTTPEvent event) {
    return Answer.of(
        fixture.handler(keyRing, fixture.ledger, fixture.publisher).handleRequest(event, null));
  }

  /** Returns the status of the answer to a sample with these headers instead of its own. */
  private int status(String sample, Map<String, String> headers) {
    APIGatewayV2HTTPEvent event = load(WebhookFixture.sample(sample));
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(event.getHeaders());
    all.putAll(headers);
    event.setHeaders(all);
    return answer(withOriginSecret(), event).status();
  }

  private static KeyRing withOriginSecret() {
    Keys samples = WebhookFixture.sampleKeys().keys();
    return KeyRing.fixed(
        new Keys(
            samples.accessTokens(),
            samples.webhookSecrets(),
            List.of(new Secret(ORIGIN_SECRET, null)),
            null,
            null));
  }

  /** Returns the name of the header that is documented at this place. */
  private String header(int index) {
    JsonNode parameter = openApi.at(OPERATION + "/parameters/" + index);
    assertThat(parameter.path("in").asText()).isEqualTo("header");
    return parameter.path("name").asText();
  }

  private List<String> requiredMembers(String schema) {
    return Template.elements(openApi.at("/components/schemas/" + schema + "/anyOf"))
        .map(option -> option.at("/required/0").asText())
        .toList();
  }

  private Set<String> faults(String body) {
    return parse(body)
        .map(json -> Specification.faults(schema("application~1json"), json))
        .orElseGet(() -> Specification.faults(schema("text~1plain"), new TextNode(body)));
  }

  private JsonSchema schema(String mediaType) {
    return openApi.schema(CONTENT + "/" + mediaType + "/schema");
  }

  private static String body(APIGatewayV2HTTPEvent event) {
    return event.getIsBase64Encoded()
        ? new String(Base64.getDecoder().decode(event.getBody()), UTF_8)
        : event.getBody();
  }

  private static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(json -> !json.isMissingNode());
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static APIGatewayV2HTTPEvent load(Path file) {
    return EventLoader.loadApiGatewayHttpEvent(file.toAbsolutePath().toString());
  }
}
