package dev.rampline.bench.fuzz;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.bench.defect.RenamingQueue;
import dev.rampline.bench.defect.Sabotage;
import dev.rampline.json.Json;
import dev.rampline.reconcile.Provider;
import dev.rampline.reconcile.ProviderUnavailableException;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;
import dev.rampline.time.Deadline;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Defects that no seed of the simulation has to find. */
final class Plants {
  private Plants() {}

  /** Whatever comes is accepted. */
  static Sabotage believing() {
    return new Sabotage() {
      @Override
      public RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> webhook(
          RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> sound, Journal journal) {
        return (_, _) ->
            APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withBody("{\"status\":\"accepted\"}")
                .withHeaders(Map.of())
                .build();
      }
    };
  }

  /** The relay sends by another id each time. */
  static Sabotage renumbering() {
    AtomicInteger sends = new AtomicInteger();
    return new Sabotage() {
      @Override
      public SqsClient queueOfRelay(SqsClient sound) {
        return new RenamingQueue(
            sound,
            entry ->
                entry.toBuilder()
                    .messageDeduplicationId("send-" + sends.incrementAndGet())
                    .build());
      }
    };
  }

  /** What was claimed is announced as if it were so. */
  static Sabotage promising() {
    return new Sabotage() {
      @Override
      public SqsClient queue(SqsClient sound) {
        return new RenamingQueue(
            sound,
            entry ->
                entry.toBuilder()
                    .messageBody(entry.messageBody().replace(".claimed", ".completed"))
                    .build());
      }
    };
  }

  /** When the provider gives no answer, there is no order. */
  record Resigned(Provider sound) implements Provider {
    @Override
    public Json orders(int page, Deadline deadline) {
      return sound.orders(page, deadline);
    }

    @Override
    public Optional<Json> order(String orderId, Deadline deadline) {
      try {
        return sound.order(orderId, deadline);
      } catch (ProviderUnavailableException silent) {
        return Optional.empty();
      }
    }

    @Override
    public Optional<Json> kyc(String partnerCustomerId, Deadline deadline) {
      return sound.kyc(partnerCustomerId, deadline);
    }
  }

  /** It throws at what it hears. */
  record Squeamish(SocketListener sound) implements SocketListener {
    @Override
    public void heard(SocketEvent event) {
      throw new IllegalStateException("What is this?");
    }

    @Override
    public void subscribed() {
      sound.subscribed();
    }

    @Override
    public void lost(String reason) {
      sound.lost(reason);
    }
  }
}
