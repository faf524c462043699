package dev.rampline.devkit.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Answers to those who hold the access token (provider.md §2.2, §2.3, §2.6). */
final class ProviderApiHandler extends Handler.Abstract.NonBlocking {
  private static final String ORDERS = "/api/v2/orders";
  private static final String KYC = "/api/v2/kyc/status/partner-customer-id";
  private static final int MOST_ON_A_PAGE = 100;

  private final ProviderKeys keys;
  private final ProviderBook book;

  ProviderApiHandler(ProviderKeys keys, ProviderBook book) {
    this.keys = keys;
    this.book = book;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Optional<ObjectNode> answer = isAuthorized(request) ? answer(request) : Optional.empty();
    int absent = isAuthorized(request) ? 404 : 401;
    response.setStatus(answer.isPresent() ? 200 : absent);
    response.getHeaders().put("Content-Type", "application/json");
    byte[] body = answer.orElseGet(ProviderApiHandler::failure).toString().getBytes(UTF_8);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private boolean isAuthorized(Request request) {
    return ("Bearer " + keys.accessToken()).equals(request.getHeaders().get("Authorization"));
  }

  private Optional<ObjectNode> answer(Request request) {
    String path = request.getHttpURI().getPath();
    Fields query = Request.extractQueryParameters(request);
    if (path.equals(ORDERS)) {
      int limit = Math.min(MOST_ON_A_PAGE, number(query, "limit", 20));
      return Optional.of(book.page(number(query, "page", 1), limit));
    }
    if (path.equals(KYC)) {
      return Optional.ofNullable(query.getValue("partnerCustomerId")).flatMap(book::kyc);
    }
    return path.startsWith(ORDERS + "/")
        ? book.order(decoded(path.substring(ORDERS.length() + 1)))
        : Optional.empty();
  }

  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
  }

  private static int number(Fields query, String name, int preset) {
    String text = query.getValue(name);
    return text != null && text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : preset;
  }

  private static ObjectNode failure() {
    return JsonNodeFactory.instance.objectNode().put("message", "No such thing for you");
  }
}
