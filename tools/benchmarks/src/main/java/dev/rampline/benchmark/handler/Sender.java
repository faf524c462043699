package dev.rampline.benchmark.handler;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Passes events to a handler and records how long each takes. Not thread-safe. */
final class Sender {
  private static final int DIGITS = 3;
  private static final int OK = 200;

  private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler;
  private final Histogram latencies = new Histogram(TimeUnit.MINUTES.toNanos(1), DIGITS);

  Sender(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler) {
    this.handler = handler;
  }

  /**
   * Sends an event.
   *
   * @throws IllegalStateException if it is not accepted
   */
  void send(APIGatewayV2HTTPEvent event) {
    send(event, System.nanoTime());
  }

  /**
   * Sends an event that was due at a time, from which its latency counts.
   *
   * @throws IllegalStateException if it is not accepted
   */
  void send(APIGatewayV2HTTPEvent event, long due) {
    int status = handler.handleRequest(event, null).getStatusCode();
    latencies.recordValue(System.nanoTime() - due);
    if (status != OK) {
      throw new IllegalStateException("The handler answered " + status);
    }
  }

  /** Returns the latencies in nanoseconds since the last call. */
  Histogram takeLatencies() {
    Histogram taken = latencies.copy();
    latencies.reset();
    return taken;
  }
}
