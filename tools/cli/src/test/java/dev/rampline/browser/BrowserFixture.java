package dev.rampline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.rampline.cli.QueueFixture;
import dev.rampline.cli.start.DevEnvironment;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.LocalReconciliation;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.SignedBody;
import dev.rampline.emulator.WebhookTransport;
import dev.rampline.operations.stack.AwsAccess;
import dev.rampline.operations.stack.StackAccess;
import dev.rampline.operations.stack.StackView;
import dev.rampline.resources.LedgerTable;
import dev.rampline.samples.SampleScenario;
import dev.rampline.samples.SampleSubject;
import dev.rampline.send.EmulatorClient;
import dev.rampline.send.SampleEventSender;
import dev.rampline.send.SigningConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A running stack and a browser. */
final class BrowserFixture extends QueueFixture implements AutoCloseable {
  private final DevKeys keys = DevKeys.random();
  private final DevEnvironment environment;
  private final SqsClient queues;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Chromium chromium;

  private BrowserFixture(boolean provider) {
    DevStack.Settings settings =
        new DevStack.Settings(Ports.ANY_FREE, false, keys, Map.of(), line -> {});
    this.environment =
        DevEnvironment.start(
            new DevEnvironment.Options(settings, provider, ApiFaultInjector.NONE, provider));
    this.queues = LocalClients.sqs(environment.stack().stores().sqs());
    this.chromium = new Chromium();
  }

  static BrowserFixture start() {
    return new BrowserFixture(true);
  }

  /** Starts a stack without a provider, whose conflicts stay open. */
  static BrowserFixture withoutProvider() {
    return new BrowserFixture(false);
  }

  /** Opens the page at a fragment and waits until it is connected. */
  BrowserPage open(String hash, BrowserAppearance appearance) {
    return open(address(hash), appearance);
  }

  /** Opens a page and waits until it is connected. */
  BrowserPage open(URI address, BrowserAppearance appearance) {
    BrowserPage page = chromium.open(address, appearance);
    assertThat(page.find("#link-text")).hasText("live");
    return page;
  }

  /** Returns the stores as a stack on AWS that has no logs. */
  StackAccess stack() {
    StackResourceSummary table =
        StackResourceSummary.builder()
            .logicalResourceId("Ledger")
            .physicalResourceId(LedgerTable.NAME)
            .build();
    StackResourceSummary logs =
        StackResourceSummary.builder()
            .logicalResourceId("WebhookLogs")
            .physicalResourceId("/aws/lambda/demo-webhook")
            .build();
    return new StackAccess(
        new StackView(
            "demo", StackStatus.CREATE_COMPLETE, Map.of(), Map.of(), List.of(table, logs)),
        new AwsAccess(
            Optional.of(LocalClients.REGION),
            Optional.of(environment.stack().stores().dynamoDb()),
            Optional.empty()));
  }

  Chromium chromium() {
    return chromium;
  }

  URI address(String hash) {
    return environment.inspectorUrl().resolve("/" + hash);
  }

  /** Sends a scenario at once; returns its subject's id. */
  String sendScenario(SampleScenario scenario, RandomGenerator random) throws InterruptedException {
    SampleSubject subject = scenario.newSubject(random);
    try (SampleEventSender sender =
        new SampleEventSender(webhookUrl(), signingConfig(), emulatorClient())) {
      sender.sendAll(
          scenario.forSubject(subject, Instant.now(), Duration.ZERO), Duration.ZERO, sent -> {});
    }
    return subject.id();
  }

  /** Posts a signed payload; returns the response's status. */
  int post(String payload) throws IOException, InterruptedException {
    SignedBody signed = signingConfig().sign(payload);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(webhookUrl())
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(signed.body()));
    signed.headers().forEach(request::header);
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  /** Reconciles as {@code ./rampline reconcile} does in another process: without log entries. */
  void reconcile() {
    Map<String, String> variables =
        Map.of("RAMPLINE_PROVIDER_URL", String.valueOf(environment.providerUrl()));
    var _ =
        LocalReconciliation.run(
            environment.stack().stores(),
            keys,
            variables,
            Duration.ofMinutes(1),
            InstantSource.system());
  }

  private @Nullable EmulatorClient emulatorClient() {
    String provider = environment.addresses().get("provider");
    return provider == null
        ? null
        : new EmulatorClient(URI.create(provider), keys.api().apiSecret());
  }

  /** Returns the URL of the events queue. */
  URI eventsQueue() {
    return environment.stack().stores().queues().events();
  }

  private URI webhookUrl() {
    return environment.stack().webhookUrl();
  }

  private SigningConfig signingConfig() {
    return new SigningConfig(
        WebhookTransport.JWT, new ProviderKeys(keys.accessTokens().getFirst(), null));
  }

  /** Sends an event or a scenario from the menu. */
  static void send(BrowserPage page, String name) {
    menu(page);
    item(page, name).click();
    assertThat(page.find(".send-outcome")).hasText(Pattern.compile("^(Sent|Sending .* …$)"));
  }

  static void send(BrowserPage page, String name, String id) {
    menu(page);
    page.find("#send-id").fill(id);
    send(page, name);
  }

  static Locator item(BrowserPage page, String name) {
    return page.find(
            ".send-item:has(.send-name > span:first-child:text-is(\"%s\"))".formatted(name))
        .first();
  }

  static void menu(BrowserPage page) {
    if (!page.find("#send").isVisible()) {
      page.find("#send-open").click();
    }
    assertThat(page.find(".send-item").first()).isVisible();
  }

  @Override
  public SqsClient queues() {
    return queues;
  }

  @Override
  public void close() {
    chromium.close();
    http.close();
    queues.close();
    environment.close();
  }
}
