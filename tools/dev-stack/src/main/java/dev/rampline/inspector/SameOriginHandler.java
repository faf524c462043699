package dev.rampline.inspector;

import dev.rampline.embedded.LocalRequestRule;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Accepts requests only from the page itself and from programs ({@link LocalRequestRule}). */
final class SameOriginHandler extends Handler.Wrapper {
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
    if (!LocalRequestRule.LOOPBACK.accepts(request.getHeaders()::get) || isOfForeignPage(request)) {
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

  /** An image or a script of a foreign page is a request without an {@code Origin}. */
  private static boolean isOfForeignPage(Request request) {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    return Request.getPathInContext(request).startsWith("/api/")
        && site != null
        && !site.equals("same-origin")
        && !site.equals("none");
  }

  /** A form cannot send this content type, and a foreign script needs a preflight request. */
  private static boolean isJson(Request request) {
    HttpField type = request.getHeaders().getField(HttpHeader.CONTENT_TYPE);
    return type != null && type.getValue().startsWith("application/json");
  }
}
