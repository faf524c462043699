package dev.rampline.subscriber.socket;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/**
 * Creates the WebSocket of one connection, between okhttp and socket.io-client. It answers the
 * close frame, limits how much memory the server can use, and can cut the connection.
 */
final class WebSocketConnector implements WebSocket.Factory {
  /** A status update has a few hundred bytes; this is the limit for a misbehaving server. */
  static final int MAX_FRAME_BYTES = 1 << 20;

  private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

  private final OkHttpClient client;
  private final FrameFilter filter;
  private final Consumer<DisconnectReason> onDisconnect;
  private boolean cut;
  private @Nullable WebSocket webSocket;

  /**
   * Creates a connector without a WebSocket.
   *
   * @param onDisconnect called on the library's thread, in order with the frames, when the
   *     connection ends
   */
  WebSocketConnector(
      OkHttpClient client, FrameFilter filter, Consumer<DisconnectReason> onDisconnect) {
    this.client = client;
    this.filter = filter;
    this.onDisconnect = onDisconnect;
  }

  /** Creates the client that all connections of a subscription share. */
  static OkHttpClient client(ConnectionTimeouts timeouts) {
    return new OkHttpClient.Builder()
        .connectTimeout(timeouts.timeout())
        .readTimeout(timeouts.timeout())
        .writeTimeout(timeouts.timeout())
        // The credentials must go only to the host and scheme in the settings.
        .followRedirects(false)
        .followSslRedirects(false)
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
        .addInterceptor(WebSocketConnector::declineCompression)
        .build();
  }

  /** Holds no lock, because an attempt may fail on this thread and wait for its own end. */
  @Override
  public WebSocket newWebSocket(Request request, WebSocketListener library) {
    FrameMeter meter = new FrameMeter(MAX_FRAME_BYTES);
    OkHttpClient metered = client.newBuilder().socketFactory(meter).build();
    WebSocket created =
        metered.newWebSocket(
            request, new FilteringWebSocketListener(library, filter, meter, onDisconnect));
    WebSocket bounded = new BoundedWebSocket(created);
    attach(bounded);
    return bounded;
  }

  private synchronized void attach(WebSocket created) {
    webSocket = created;
    if (cut) {
      created.cancel();
    }
  }

  /** Sends a frame, if there is a connection. */
  synchronized void send(String frame) {
    if (webSocket != null) {
      webSocket.send(frame);
    }
  }

  /** Ends the connection at once, without a close frame. */
  synchronized void cut() {
    cut = true;
    if (webSocket != null) {
      webSocket.cancel();
    }
  }

  /** Declines compression: okhttp inflates without a limit, from a kilobyte to a megabyte. */
  private static Response declineCompression(Interceptor.Chain chain) throws IOException {
    Request plain = chain.request().newBuilder().removeHeader(EXTENSIONS).build();
    return chain.proceed(plain).newBuilder().removeHeader(EXTENSIONS).build();
  }
}
