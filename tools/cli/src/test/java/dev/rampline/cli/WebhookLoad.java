package dev.rampline.cli;

import static org.awaitility.Awaitility.await;

import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.Signer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Many senders at once, each of which posts its next webhook as soon as the last one is answered:
 * as much as the receiver takes. Nothing is sent twice, since only what was answered is counted.
 */
final class WebhookLoad implements AutoCloseable {
  private static final int SENDERS = 32;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final int NO_ANSWER = 0;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI receiver;
  private final Signer signer;
  private final AtomicInteger orders = new AtomicInteger();
  private final Queue<SentWebhook> requests = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<CompletableFuture<Void>> senders = new ArrayList<>();
  private volatile boolean ended;

  WebhookLoad(URI receiver, String accessToken) {
    this.receiver = receiver;
    this.signer = new Signer(new ProviderKeys(accessToken, null));
    for (int sender = 0; sender < SENDERS; sender++) {
      Random random = new Random(sender);
      senders.add(CompletableFuture.runAsync(() -> send(random), threads));
    }
  }

  /** Lets it go on for a while. */
  void run(Duration duration) throws InterruptedException {
    // Not a wait for anything: this is the load.
    Thread.sleep(duration);
  }

  /** All that has been sent so far, whatever came of it. */
  List<SentWebhook> requests() {
    return List.copyOf(requests);
  }

  /** All but so many of the first of them. */
  List<SentWebhook> requestsFrom(int first) {
    return requests.stream().skip(first).toList();
  }

  /** Sends no more; returns once every call has ended. */
  @Override
  public void close() {
    ended = true;
    senders.forEach(CompletableFuture::join);
    threads.close();
    client.close();
  }

  private void send(Random random) {
    List<Stage> stages = new ArrayList<>(List.of(Stage.values()));
    while (!ended) {
      String order = "loaded-" + orders.incrementAndGet();
      Collections.shuffle(stages, random);
      stages.forEach(stage -> requests.add(new SentWebhook(order, stage, post(order, stage))));
    }
  }

  private int post(String order, Stage stage) {
    String payload =
        """
        {"eventName":"%s","data":{"id":"%s","status":"%s"}}"""
            .formatted(stage.event, order, stage);
    HttpRequest request =
        HttpRequest.newBuilder(receiver)
            .timeout(Duration.ofSeconds(10))
            .POST(BodyPublishers.ofString("{\"data\":\"" + signer.jwt(payload) + "\"}"))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException unanswered) {
      awaitReceiver();
      return NO_ANSWER;
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void awaitReceiver() {
    await().atMost(TIMEOUT).until(() -> ended || FreeOffset.isTaken(receiver.getPort()));
  }

  /** What a webhook tells of an order, in the order of its life, whichever comes first. */
  enum Stage {
    AWAITING_PAYMENT("ORDER_CREATED", "awaiting-payment"),
    PROCESSING("ORDER_PROCESSING", "processing"),
    COMPLETED("ORDER_COMPLETED", "completed");

    private final String event;
    private final String state;

    Stage(String event, String state) {
      this.event = event;
      this.state = state;
    }

    /** Of the state that the ledger tells. */
    static Stage ofState(String state) {
      return Stream.of(values())
          .filter(stage -> stage.state.equals(state))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("Nobody has told " + state));
    }
  }

  /**
   * One webhook.
   *
   * @param answer the status of its answer, or 0 where none came
   */
  record SentWebhook(String order, Stage stage, int answer) {
    boolean accepted() {
      return answer == 200;
    }
  }
}
