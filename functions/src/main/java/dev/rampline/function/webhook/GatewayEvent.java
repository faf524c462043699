package dev.rampline.function.webhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The event of an API Gateway or a load balancer. Some of them send every header as a list of its
 * values, and no other headers.
 */
public final class GatewayEvent extends APIGatewayV2HTTPEvent {
  private @Nullable Map<String, List<String>> multiValueHeaders;

  /** Sets the headers with all their values. Lambda's deserializer calls this. */
  public void setMultiValueHeaders(@Nullable Map<String, List<String>> multiValueHeaders) {
    this.multiValueHeaders = multiValueHeaders;
  }

  /** Returns the headers; several values of one are separated by commas. */
  @Override
  public @Nullable Map<String, String> getHeaders() {
    Map<String, String> headers = super.getHeaders();
    if ((headers != null && !headers.isEmpty()) || multiValueHeaders == null) {
      return headers;
    }
    Map<String, String> joined = new TreeMap<>();
    multiValueHeaders.forEach(
        (name, values) -> {
          if (values != null) {
            joined.put(name, String.join(",", values));
          }
        });
    return joined;
  }
}
