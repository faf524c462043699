package dev.rampline.devkit.command;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.rampline.devkit.browser.Chromium;
import dev.rampline.devkit.browser.Look;
import dev.rampline.devkit.browser.Visit;
import dev.rampline.devkit.emulator.Mischief;
import dev.rampline.devkit.emulator.ProviderKeys;
import dev.rampline.devkit.emulator.SignedBody;
import dev.rampline.devkit.emulator.Transport;
import dev.rampline.devkit.samples.SampleStory;
import dev.rampline.devkit.samples.SampleSubject;
import dev.rampline.devkit.sending.EmulatorConsole;
import dev.rampline.devkit.sending.Seal;
import dev.rampline.devkit.sending.Sender;
import dev.rampline.devkit.stack.DevKeys;
import dev.rampline.devkit.stack.Ports;
import dev.rampline.devkit.stack.Stack;
import dev.rampline.embedded.LocalClients;
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
final class PageStage extends Letters implements AutoCloseable {
  private final DevKeys keys = DevKeys.random();
  private final DevStage stage;
  private final SqsClient queues;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Chromium chromium;

  private PageStage(boolean provider) {
    Stack.Settings settings = new Stack.Settings(Ports.FREE, false, keys, Map.of(), line -> {});
    this.stage = DevStage.start(new DevStage.Wish(settings, provider, Mischief.NONE, provider));
    this.queues = LocalClients.sqs(stage.stack().stores().sqs());
    this.chromium = new Chromium();
  }

  static PageStage start() {
    return new PageStage(true);
  }

  /** One whose conflicts stay open: nobody can be asked. */
  static PageStage withoutProvider() {
    return new PageStage(false);
  }

  /** Opens the page at that place of it, once it holds all that is known. */
  Visit open(String hash, Look look) {
    Visit visit = chromium.open(address(hash), look);
    assertThat(visit.find("#link-text")).hasText("live");
    return visit;
  }

  Chromium chromium() {
    return chromium;
  }

  URI address(String hash) {
    return stage.inspectorUrl().resolve("/" + hash);
  }

  /** Has a story told at once, as the provider tells it; answers with its subject's id. */
  String tell(SampleStory story, RandomGenerator random) throws InterruptedException {
    SampleSubject whom = story.freshSubject(random);
    try (Sender sender = new Sender(webhookUrl(), seal(), console())) {
      sender.tell(story.about(whom, Instant.now(), Duration.ZERO), Duration.ZERO, sent -> {});
    }
    return whom.id();
  }

  /** Posts a payload, signed; answers with the receiver's status. */
  int post(String payload) throws IOException, InterruptedException {
    SignedBody signed = seal().on(payload);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(webhookUrl())
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(signed.body()));
    signed.headers().forEach(request::header);
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private @Nullable EmulatorConsole console() {
    String provider = stage.places().get("provider");
    return provider == null
        ? null
        : new EmulatorConsole(URI.create(provider), keys.api().apiSecret());
  }

  private URI webhookUrl() {
    return stage.stack().webhookUrl();
  }

  private Seal seal() {
    return new Seal(Transport.JWT, new ProviderKeys(keys.accessTokens().getFirst(), null));
  }

  /** Sends from the open menu what goes by that name. */
  static void send(Visit visit, String name) {
    menu(visit);
    item(visit, name).click();
    assertThat(visit.find(".send-outcome")).hasText(Pattern.compile("^(Sent|.* is being told)"));
  }

  static void send(Visit visit, String name, String id) {
    menu(visit);
    visit.find("#send-id").fill(id);
    send(visit, name);
  }

  static Locator item(Visit visit, String name) {
    return visit
        .find(".send-item:has(.send-name > span:first-child:text-is(\"%s\"))".formatted(name))
        .first();
  }

  static void menu(Visit visit) {
    if (!visit.find("#send").isVisible()) {
      visit.find("#send-open").click();
    }
    assertThat(visit.find(".send-item").first()).isVisible();
  }

  @Override
  SqsClient queues() {
    return queues;
  }

  @Override
  public void close() {
    chromium.close();
    http.close();
    queues.close();
    stage.close();
  }
}
