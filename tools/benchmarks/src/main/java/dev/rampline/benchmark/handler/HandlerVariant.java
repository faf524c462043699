package dev.rampline.benchmark.handler;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.rampline.benchmark.report.Figure;
import dev.rampline.function.webhook.WebhookHandler;

/** The handler that is measured, and what it is compared with. */
enum HandlerVariant {
  /** The webhook function. */
  PRODUCTION(Figure.PRODUCTION, WebhookHandler.class),
  /** The same task in the usual way. */
  USUAL("usual way", UsualHandler.class),
  /** A handler that only answers. */
  EMPTY("empty", EmptyHandler.class);

  private final String text;
  private final Class<? extends RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>>
      type;

  HandlerVariant(
      String text,
      Class<? extends RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> type) {
    this.text = text;
    this.type = type;
  }

  String text() {
    return text;
  }

  Class<?> type() {
    return type;
  }

  /** Creates a handler as Lambda does: without arguments, from the environment variables. */
  RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> create() {
    try {
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("Cannot create " + type, failure);
    }
  }
}
