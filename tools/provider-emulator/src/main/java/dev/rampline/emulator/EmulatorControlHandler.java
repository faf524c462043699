package dev.rampline.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.emulator.socket.ProviderSocket;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The emulator's control endpoint, which no real provider has: {@code POST /emulator/events}
 * applies the event of a webhook payload to the provider's state, and with {@code ?socket} sends it
 * on the socket.
 */
final class EmulatorControlHandler extends Handler.Wrapper {
  private static final String PATH = "/emulator/events";
  private static final int LARGEST_PAYLOAD = 65_536;

  private final ApiAccess access;
  private final ProviderState state;
  private final ProviderSocket socket;

  EmulatorControlHandler(
      Handler api, ApiAccess access, ProviderState state, ProviderSocket socket) {
    super(api);
    this.access = access;
    this.state = state;
    this.socket = socket;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!request.getHttpURI().getPath().equals(PATH)) {
      return super.handle(request, response, callback);
    }
    response.setStatus(access.isAuthorized(request) ? status(request) : 401);
    callback.succeeded();
    return true;
  }

  private int status(Request request) throws IOException {
    boolean onSocket = Request.extractQueryParameters(request).get("socket") != null;
    Optional<EmulatedEvent> event =
        EmulatedPayloadParser.parse(payload(request), Instant.now())
            .filter(reported -> !onSocket || reported.effects().socketUpdate().isPresent());
    event.ifPresent(state::apply);
    if (onSocket) {
      event.flatMap(reported -> reported.effects().socketUpdate()).ifPresent(socket::send);
    }
    return event.isPresent() ? 204 : 422;
  }

  private static String payload(Request request) throws IOException {
    try (InputStream input = Content.Source.asInputStream(request)) {
      return new String(input.readNBytes(LARGEST_PAYLOAD), UTF_8);
    }
  }
}
