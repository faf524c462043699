package dev.rampline.inspector;

import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only the page itself. Any web page that is open in a browser on this machine can send
 * requests to loopback, and one whose name was made to resolve to it can even read the answers: so
 * the host has to be ours, and whoever wants something done has to come from here.
 */
final class SameOriginHandler extends Handler.Wrapper {
  private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  SameOriginHandler(Handler guarded) {
    super(guarded);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    InspectorReply reply = new InspectorReply(response, callback);
    if (!isSameOrigin(request)) {
      return reply.error(403, "Only http://127.0.0.1 leads here");
    }
    return switch (request.getMethod()) {
      case "GET", "HEAD" -> super.handle(request, response, callback);
      case "POST" ->
          isJson(request)
              ? super.handle(request, response, callback)
              : reply.unsupportedMediaType();
      default -> reply.error(405, "There is nothing of the kind");
    };
  }

  private static boolean isSameOrigin(Request request) {
    String host = request.getHeaders().get(HttpHeader.HOST);
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    return isLoopback(host, Request.getLocalPort(request))
        && (origin == null || origin.equals("http://" + host));
  }

  private static boolean isLoopback(@Nullable String host, int port) {
    return host != null && LOOPBACK_NAMES.stream().anyMatch(name -> host.equals(name + ":" + port));
  }

  /** No form of another page can send that, and no script of one without being asked first. */
  private static boolean isJson(Request request) {
    HttpField type = request.getHeaders().getField(HttpHeader.CONTENT_TYPE);
    return type != null && type.getValue().startsWith("application/json");
  }
}
