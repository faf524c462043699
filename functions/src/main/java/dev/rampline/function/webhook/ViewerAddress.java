package dev.rampline.function.webhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the address from which a request reached CloudFront. CloudFront appends it to {@code
 * X-Forwarded-For}, and API Gateway then appends the address of CloudFront. Earlier elements are
 * the viewer's own text.
 */
final class ViewerAddress {
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private ViewerAddress() {}

  /** Returns the address, if the header is as AWS writes it. */
  static Optional<String> of(@Nullable APIGatewayV2HTTPEvent event) {
    if (event == null) {
      return Optional.empty();
    }
    String header = new Headers(event.getHeaders()).find("x-forwarded-for").orElse("");
    List<String> hops = Arrays.asList(header.split(",", -1));
    return hops.size() < 2
        ? Optional.empty()
        : Optional.of(hops.get(hops.size() - 2).strip()).filter(ADDRESS.asMatchPredicate());
  }
}
