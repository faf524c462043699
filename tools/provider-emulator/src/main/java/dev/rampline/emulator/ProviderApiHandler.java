package dev.rampline.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Answers authorized API requests ({@code docs/provider-api.md#orders-api}), subject to faults. */
final class ProviderApiHandler extends Handler.Abstract {
  private static final String ORDERS = "/api/v2/orders";
  private static final String KYC = "/api/v2/kyc/status/partner-customer-id";
  private static final int MAX_PAGE_SIZE = 100;

  private final ApiAccess access;
  private final ProviderState state;
  private final ApiFaultInjector faults;

  ProviderApiHandler(ApiAccess access, ProviderState state, ApiFaultInjector faults) {
    this.access = access;
    this.state = state;
    this.faults = faults;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback)
      throws InterruptedException {
    // The delay is an emulated fault.
    Thread.sleep(faults.nextDelay());
    ApiReply reply = new ApiReply(response, callback);
    if (!access.isAuthorized(request)) {
      return reply.sendError(401);
    }
    switch (faults.nextFault()) {
      case NONE -> answer(request).ifPresentOrElse(reply::send, () -> reply.sendError(404));
      case CLOSE_CONNECTION -> reply.closeConnection(request);
      case TRUNCATE -> reply.truncate(request);
      case HTML_BODY -> reply.sendHtml();
      case OVERSIZED_BODY -> reply.sendOversized();
      case THROTTLE -> reply.throttle();
      case INTERNAL_ERROR -> reply.sendError(500);
      case UNAVAILABLE -> reply.sendError(503);
      case UNAUTHORIZED -> reply.sendError(401);
    }
    return true;
  }

  private Optional<ObjectNode> answer(Request request) {
    String path = request.getHttpURI().getPath();
    Fields query = Request.extractQueryParameters(request);
    if (path.equals(ORDERS)) {
      int limit = Math.min(MAX_PAGE_SIZE, number(query, "limit", 20));
      OrderListSort sort = OrderListSort.ofQuery(query.getValue("sortBy"));
      return Optional.of(
          new OrderListPage(state, sort, number(query, "page", 1), limit).toJson(faults));
    }
    if (path.equals(KYC)) {
      return Optional.ofNullable(query.getValue("partnerCustomerId"))
          .flatMap(state::kyc)
          .map(faults.nextWrapper()::wrap);
    }
    return path.startsWith(ORDERS + "/")
        ? state.order(decoded(path.substring(ORDERS.length() + 1))).map(faults.nextWrapper()::wrap)
        : Optional.empty();
  }

  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
  }

  private static int number(Fields query, String name, int preset) {
    String text = query.getValue(name);
    return text != null && text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : preset;
  }
}
