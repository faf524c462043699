package dev.rampline.inspector;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves the page's files from the class path. */
final class StaticFileHandler extends Handler.Abstract {
  private static final String FOLDER = "/inspector";
  private static final Pattern FILE = Pattern.compile("(/[a-z0-9-]+){1,2}\\.(html|css|js|svg)");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    String path = Request.getPathInContext(request);
    Matcher file = FILE.matcher(path.equals("/") ? "/index.html" : path);
    return file.matches()
        && request.getMethod().equals("GET")
        && serve(file, new InspectorReply(response, callback));
  }

  private static boolean serve(Matcher file, InspectorReply reply) throws IOException {
    try (InputStream resource =
        StaticFileHandler.class.getResourceAsStream(FOLDER + file.group())) {
      return resource != null
          && reply.bytes(
              200,
              TYPES.getOrDefault(file.group(2), "application/octet-stream"),
              resource.readAllBytes());
    }
  }
}
