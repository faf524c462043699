package dev.rampline.devkit.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * Answers to those who may ask (provider.md §2.2, §2.3, §2.6), and to them not always as it should.
 */
final class ProviderApiHandler extends Handler.Abstract {
  private static final String ORDERS = "/api/v2/orders";
  private static final String KYC = "/api/v2/kyc/status/partner-customer-id";
  private static final int MOST_ON_A_PAGE = 100;

  private final ApiAccess access;
  private final ProviderBook book;
  private final Mischief mischief;

  ProviderApiHandler(ApiAccess access, ProviderBook book, Mischief mischief) {
    this.access = access;
    this.book = book;
    this.mischief = mischief;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback)
      throws InterruptedException {
    // Being slow is the misbehaviour.
    Thread.sleep(mischief.delay());
    ApiReply reply = new ApiReply(response, callback);
    if (!access.admits(request)) {
      return reply.refuse(401);
    }
    switch (mischief.deed()) {
      case ANSWER -> answer(request).ifPresentOrElse(reply::send, () -> reply.refuse(404));
      case LEAVE -> reply.leave(request);
      case TRUNCATE -> reply.truncate(request);
      case GARBLE -> reply.garble();
      case BLOAT -> reply.bloat();
      case THROTTLE -> reply.throttle();
      case BREAK -> reply.refuse(500);
      case CLOSE -> reply.refuse(503);
      case DISTRUST -> reply.refuse(401);
    }
    return true;
  }

  private Optional<ObjectNode> answer(Request request) {
    String path = request.getHttpURI().getPath();
    Fields query = Request.extractQueryParameters(request);
    if (path.equals(ORDERS)) {
      int limit = Math.min(MOST_ON_A_PAGE, number(query, "limit", 20));
      return Optional.of(new BookPage(book, number(query, "page", 1), limit).told(mischief));
    }
    if (path.equals(KYC)) {
      return Optional.ofNullable(query.getValue("partnerCustomerId"))
          .flatMap(book::kyc)
          .map(mischief.wrapper()::around);
    }
    return path.startsWith(ORDERS + "/")
        ? book.order(decoded(path.substring(ORDERS.length() + 1))).map(mischief.wrapper()::around)
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
