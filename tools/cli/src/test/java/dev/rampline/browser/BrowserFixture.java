package dev.rampline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.rampline.cli.QueueFixture;
import dev.rampline.cli.start.DevEnvironment;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.SignedBody;
import dev.rampline.emulator.WebhookTransport;
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
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A stack that runs, and a browser that looks at it. */
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

  /** One whose conflicts stay open: nobody can be asked. */
  static BrowserFixture withoutProvider() {
    return new BrowserFixture(false);
  }

  /** Opens the page at that place of it, once it holds all that is known. */
  BrowserPage open(String hash, BrowserAppearance look) {
    BrowserPage visit = chromium.open(address(hash), look);
    assertThat(visit.find("#link-text")).hasText("live");
    return visit;
  }

  Chromium chromium() {
    return chromium;
  }

  URI address(String hash) {
    return environment.inspectorUrl().resolve("/" + hash);
  }

  /** Has a story told at once, as the provider tells it; answers with its subject's id. */
  String sendScenario(SampleScenario story, RandomGenerator random) throws InterruptedException {
    SampleSubject whom = story.newSubject(random);
    try (SampleEventSender sender = new SampleEventSender(webhookUrl(), seal(), console())) {
      sender.sendAll(
          story.forSubject(whom, Instant.now(), Duration.ZERO), Duration.ZERO, sent -> {});
    }
    return whom.id();
  }

  /** Posts a payload, signed; answers with the receiver's status. */
  int post(String payload) throws IOException, InterruptedException {
    SignedBody signed = seal().sign(payload);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(webhookUrl())
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(signed.body()));
    signed.headers().forEach(request::header);
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private @Nullable EmulatorClient console() {
    String provider = environment.addresses().get("provider");
    return provider == null
        ? null
        : new EmulatorClient(URI.create(provider), keys.api().apiSecret());
  }

  private URI webhookUrl() {
    return environment.stack().webhookUrl();
  }

  private SigningConfig seal() {
    return new SigningConfig(
        WebhookTransport.JWT, new ProviderKeys(keys.accessTokens().getFirst(), null));
  }

  /** Sends from the open menu what goes by that name. */
  static void send(BrowserPage visit, String name) {
    menu(visit);
    item(visit, name).click();
    assertThat(visit.find(".send-outcome")).hasText(Pattern.compile("^(Sent|Sending .* …$)"));
  }

  static void send(BrowserPage visit, String name, String id) {
    menu(visit);
    visit.find("#send-id").fill(id);
    send(visit, name);
  }

  static Locator item(BrowserPage visit, String name) {
    return visit
        .find(".send-item:has(.send-name > span:first-child:text-is(\"%s\"))".formatted(name))
        .first();
  }

  static void menu(BrowserPage visit) {
    if (!visit.find("#send").isVisible()) {
      visit.find("#send-open").click();
    }
    assertThat(visit.find(".send-item").first()).isVisible();
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
