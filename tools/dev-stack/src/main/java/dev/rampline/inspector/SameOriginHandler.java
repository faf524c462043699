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
 * Accepts requests only from the page itself. Any web page in a browser on this machine can send
 * requests to loopback, and after DNS rebinding it can read the responses. So the host must be a
 * loopback name, and the origin must be the page's.
 */
final class SameOriginHandler extends Handler.Wrapper {
  private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  SameOriginHandler(Handler handler) {
    super(handler);
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
      return reply.error(403, "Use http://127.0.0.1");
    }
    return switch (request.getMethod()) {
      case "GET", "HEAD" -> super.handle(request, response, callback);
      case "POST" ->
          isJson(request)
              ? super.handle(request, response, callback)
              : reply.unsupportedMediaType();
      default -> reply.error(405, "Method not allowed");
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

  /** A form cannot send this content type, and a foreign script needs a preflight request. */
  private static boolean isJson(Request request) {
    HttpField type = request.getHeaders().getField(HttpHeader.CONTENT_TYPE);
    return type != null && type.getValue().startsWith("application/json");
  }
}
