package dev.rampline.cli;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.devstack.http.LocalWebhookServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver that records requests and responds with a given status. */
final class RecordingReceiver implements AutoCloseable {
  private final List<APIGatewayV2HTTPEvent> received = new CopyOnWriteArrayList<>();
  private final LocalWebhookServer front =
      LocalWebhookServer.start(0, (event, context) -> answer(event));
  private final String url = front.webhookUrl().toString();
  private volatile int status = 200;

  private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    received.add(event);
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(Map.of())
        .withBody("{}")
        .build();
  }

  /** Sets the response to all further requests. */
  void answerWith(int another) {
    status = another;
  }

  List<APIGatewayV2HTTPEvent> received() {
    return received;
  }

  /** Returns the URL. */
  String url() {
    return url;
  }

  @Override
  public void close() {
    front.close();
  }
}
