package dev.rampline.cli;

import static org.awaitility.Awaitility.await;

import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.Signer;
import dev.rampline.testkit.provider.OrderReport;
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

/**
 * Concurrent senders, each of which posts its next webhook when the last one is answered. Nothing
 * is sent twice, since only answered webhooks count.
 */
final class WebhookLoad implements AutoCloseable {
  private static final int SENDERS = 32;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final int NO_ANSWER = 0;

  /** What the webhooks report of each order, in any order. */
  private static final List<OrderReport> REPORTS =
      List.of(OrderReport.CREATED, OrderReport.PROCESSING, OrderReport.COMPLETED);

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
    List<OrderReport> reports = new ArrayList<>(REPORTS);
    while (!ended) {
      String order = "loaded-" + orders.incrementAndGet();
      Collections.shuffle(reports, random);
      reports.forEach(report -> requests.add(new SentWebhook(order, report, post(order, report))));
    }
  }

  private int post(String order, OrderReport report) {
    String payload =
        """
        {"eventName":"%s","data":{"id":"%s","status":"%s"}}"""
            .formatted(report.event(), order, report.status().orElseThrow());
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

  /**
   * One webhook.
   *
   * @param answer the status of the response, or 0 without a response
   */
  record SentWebhook(String order, OrderReport report, int answer) {
    boolean isAccepted() {
      return answer == 200;
    }
  }
}
