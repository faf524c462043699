package dev.rampline.emulator;

import dev.rampline.emulator.socket.ProviderSocket;
import dev.rampline.emulator.socket.SocketUpdate;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The provider emulator: carries out a plan on all channels. */
public final class ProviderEmulator {
  private final Endpoints endpoints;
  private final RetryPolicy policy;

  public ProviderEmulator(Endpoints endpoints, RetryPolicy policy) {
    this.endpoints = Objects.requireNonNull(endpoints, "endpoints");
    this.policy = Objects.requireNonNull(policy, "policy");
  }

  /**
   * The channels of the provider.
   *
   * @param receiver the webhook URL
   * @param state the state that the API returns
   * @param socket the provider's socket
   */
  public record Endpoints(URI receiver, ProviderState state, ProviderSocket socket) {}

  /**
   * Carries out the plan; returns after every webhook was accepted or given up.
   *
   * @param progress called for each completed webhook, on any thread
   */
  public List<WebhookDeliveryResult> run(
      EmulationPlan plan, Consumer<WebhookDeliveryResult> progress) throws InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ConcurrentBatchSender batches =
            new ConcurrentBatchSender(
                new WebhookSender(client, endpoints.receiver(), policy), progress)) {
      for (EmulatorAction action : plan.actions()) {
        perform(action, batches);
      }
      return batches.awaitAll();
    }
  }

  private void perform(EmulatorAction action, ConcurrentBatchSender batches)
      throws InterruptedException {
    switch (action) {
      case EmulatorAction.ApplyEvent(EmulatedEvent event) -> endpoints.state().apply(event);
      case EmulatorAction.SendWebhooks(OrderedBatch batch) -> batches.submit(batch);
      case EmulatorAction.SendSocketUpdate(SocketUpdate update) -> endpoints.socket().send(update);
      case EmulatorAction.CutConnections(int rejections) -> {
        endpoints.socket().rejectNext(rejections);
        endpoints.socket().cutConnections();
      }
    }
  }
}
