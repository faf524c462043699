package dev.rampline.devkit.emulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The provider at work: carries a campaign out against a receiver, several lanes side by side. */
public final class ProviderEmulator {
  private final URI receiver;
  private final RetryPolicy policy;
  private final int lanesAtOnce;

  /**
   * @param receiver where webhooks are posted
   * @param lanesAtOnce how many lanes are carried out side by side
   */
  public ProviderEmulator(URI receiver, RetryPolicy policy, int lanesAtOnce) {
    this.receiver = receiver;
    this.policy = policy;
    this.lanesAtOnce = lanesAtOnce;
  }

  /**
   * Posts everything, and returns once every posting was answered or given up.
   *
   * @param progress hears of each as it ends, on any thread
   */
  public List<Receipt> carryOut(Campaign campaign, Consumer<Receipt> progress)
      throws InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService lanes = Executors.newFixedThreadPool(lanesAtOnce);
        ExecutorService bursts = Executors.newVirtualThreadPerTaskExecutor()) {
      Courier courier = new Courier(client, receiver, policy);
      List<Callable<List<Receipt>>> tasks =
          campaign.lanes().stream()
              .<Callable<List<Receipt>>>map(lane -> () -> carryOut(lane, courier, bursts, progress))
              .toList();
      return lanes.invokeAll(tasks).stream().flatMap(lane -> finished(lane).stream()).toList();
    }
  }

  private static List<Receipt> carryOut(
      Lane lane, Courier courier, ExecutorService bursts, Consumer<Receipt> progress)
      throws InterruptedException {
    List<Receipt> receipts = new ArrayList<>();
    for (List<Posting> step : lane.steps()) {
      List<Callable<Receipt>> tasks =
          step.stream().<Callable<Receipt>>map(posting -> () -> courier.deliver(posting)).toList();
      bursts.invokeAll(tasks).stream().map(ProviderEmulator::finished).forEach(receipts::add);
    }
    receipts.forEach(progress);
    return receipts;
  }

  private static <T> T finished(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException fault) {
      throw new IllegalStateException("A posting could not be made", fault.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", interrupted);
    }
  }
}
