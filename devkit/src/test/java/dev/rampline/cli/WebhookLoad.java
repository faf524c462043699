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
 * Concurrent senders, each of which posts its next webhook when the last one is answered. Nothing
 * is sent twice, since only answered webhooks count.
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

  /** Lets the senders run for a while. */
  void run(Duration duration) throws InterruptedException {
    // This waits for no condition: the time is the load.
    Thread.sleep(duration);
  }

  /** Returns all webhooks sent so far, with any answer. */
  List<SentWebhook> requests() {
    return List.copyOf(requests);
  }

  /** Returns the webhooks sent after the first ones. */
  List<SentWebhook> requestsFrom(int first) {
    return requests.stream().skip(first).toList();
  }

  /** Stops the senders; returns when every call has ended. */
  @Override
  public void close() {
    ended = true;
    senders.forEach(CompletableFuture::join);
    threads.close();
    client.close();
  }

  private void send(Random random) {
    List<Progress> steps = new ArrayList<>(List.of(Progress.values()));
    while (!ended) {
      String order = "loaded-" + orders.incrementAndGet();
      Collections.shuffle(steps, random);
      steps.forEach(step -> requests.add(new SentWebhook(order, step, post(order, step))));
    }
  }

  private int post(String order, Progress step) {
    String payload =
        """
        {"eventName":"%s","data":{"id":"%s","status":"%s"}}"""
            .formatted(step.event, order, step);
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

  /** The progress of an order, in the order of states. */
  enum Progress {
    AWAITING_PAYMENT("ORDER_CREATED", "awaiting-payment"),
    PROCESSING("ORDER_PROCESSING", "processing"),
    COMPLETED("ORDER_COMPLETED", "completed");

    private final String event;
    private final String state;

    Progress(String event, String state) {
      this.event = event;
      this.state = state;
    }

    /** Returns the progress of a state in the ledger. */
    static Progress ofState(String state) {
      return Stream.of(values())
          .filter(step -> step.state.equals(state))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("Unexpected state: " + state));
    }
  }

  /**
   * One webhook.
   *
   * @param answer the status of the response, or 0 without a response
   */
  record SentWebhook(String order, Progress step, int answer) {
    boolean accepted() {
      return answer == 200;
    }
  }
}
