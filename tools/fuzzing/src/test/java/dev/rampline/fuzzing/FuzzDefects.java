package dev.rampline.fuzzing;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.json.Json;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.reconcile.ProviderUnavailableException;
import dev.rampline.simulation.defect.DefectInjector;
import dev.rampline.simulation.defect.MessageRewriteQueue;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;
import dev.rampline.time.Deadline;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Defects that are outside the simulation's scope. */
final class FuzzDefects {
  private FuzzDefects() {}

  /** Accepts every request. */
  static DefectInjector acceptingEverything() {
    return new DefectInjector() {
      @Override
      public RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> webhook(
          RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> sound,
          EventLog eventLog) {
        return (_, _) ->
            APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withBody("{\"status\":\"accepted\"}")
                .withHeaders(Map.of())
                .build();
      }
    };
  }

  /** The relay sends with a new ID each time. */
  static DefectInjector newIdPerSend() {
    AtomicInteger sends = new AtomicInteger();
    return new DefectInjector() {
      @Override
      public SqsClient relayQueue(SqsClient sound) {
        return new MessageRewriteQueue(
            sound,
            entry ->
                entry.toBuilder()
                    .messageDeduplicationId("send-" + sends.incrementAndGet())
                    .build());
      }
    };
  }

  /** An unverified event is published as verified. */
  static DefectInjector unverifiedAsCompleted() {
    return new DefectInjector() {
      @Override
      public SqsClient queue(SqsClient sound) {
        return new MessageRewriteQueue(
            sound,
            entry ->
                entry.toBuilder()
                    .messageBody(entry.messageBody().replace(".unverified", ".completed"))
                    .build());
      }
    };
  }

  /** A timeout of the provider is read as a missing order. */
  record UnavailableAsMissing(ProviderClient delegate) implements ProviderClient {
    @Override
    public Json orders(int page, Deadline deadline) {
      return delegate.orders(page, deadline);
    }

    @Override
    public Optional<Json> order(String orderId, Deadline deadline) {
      try {
        return delegate.order(orderId, deadline);
      } catch (ProviderUnavailableException silent) {
        return Optional.empty();
      }
    }

    @Override
    public Optional<Json> kyc(String partnerCustomerId, Deadline deadline) {
      return delegate.kyc(partnerCustomerId, deadline);
    }
  }

  /** The listener throws on every packet. */
  record FailingListener(SocketListener delegate) implements SocketListener {
    @Override
    public void onEvent(SocketEvent event) {
      throw new IllegalStateException("Injected failure");
    }

    @Override
    public void onSubscribed() {
      delegate.onSubscribed();
    }

    @Override
    public void onDisconnected(String reason) {
      delegate.onDisconnected(reason);
    }
  }
}
