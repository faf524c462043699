package dev.rampline.devkit.command;

import static org.awaitility.Awaitility.await;

import dev.rampline.devkit.emulator.ProviderKeys;
import dev.rampline.devkit.emulator.Signer;
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
 * Many senders at once, each of which posts its next webhook as soon as the last one is answered:
 * as much as the receiver takes. Nothing is sent twice, since only what was answered is counted.
 */
final class WebhookLoad implements AutoCloseable {
  private static final int SENDERS = 32;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int UNHEARD = 0;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI receiver;
  private final Signer signer;
  private final AtomicInteger orders = new AtomicInteger();
  private final Queue<Word> words = new ConcurrentLinkedQueue<>();
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
  void goOn(Duration duration) throws InterruptedException {
    // Not a wait for anything: this is the load.
    Thread.sleep(duration);
  }

  /** All that has been sent so far, whatever came of it. */
  List<Word> words() {
    return List.copyOf(words);
  }

  /** All but so many of the first of them. */
  List<Word> wordsFrom(int first) {
    return words.stream().skip(first).toList();
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
    List<String> statuses = new ArrayList<>(List.of("PROCESSING", "ON_HOLD", "COMPLETED"));
    while (!ended) {
      String order = "loaded-" + orders.incrementAndGet();
      Collections.shuffle(statuses, random);
      statuses.forEach(status -> words.add(new Word(order, status, post(order, status))));
    }
  }

  private int post(String order, String status) {
    String payload =
        """
        {"eventName":"ORDER_%2$s","data":{"id":"%1$s","status":"%2$s"}}"""
            .formatted(order, status);
    HttpRequest request =
        HttpRequest.newBuilder(receiver)
            .timeout(Duration.ofSeconds(10))
            .POST(BodyPublishers.ofString("{\"data\":\"" + signer.jwt(payload) + "\"}"))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException unanswered) {
      awaitReceiver();
      return UNHEARD;
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void awaitReceiver() {
    await().atMost(PATIENCE).until(() -> ended || FreeOffset.isTaken(receiver.getPort()));
  }

  /**
   * One webhook.
   *
   * @param answer the status of its answer, or 0 where none came
   */
  record Word(String order, String status, int answer) {
    boolean accepted() {
      return answer == 200;
    }
  }
}
