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
 * The WebSocket under one connection. It stands between okhttp and socket.io-client, and does what
 * neither does: answers the close frame, bounds what the server can make us hold, and can be cut.
 */
final class WebSocketConnector implements WebSocket.Factory {
  /** An update has a few hundred bytes; this is for a server that has lost its mind. */
  static final int MAX_FRAME_BYTES = 1 << 20;

  private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

  private final OkHttpClient client;
  private final FrameFilter filter;
  private final Consumer<DisconnectReason> onDisconnect;
  private boolean cut;
  private @Nullable WebSocket webSocket;

  /**
   * Makes a wire that is not yet laid.
   *
   * @param onEnding told, on the library's thread and in order with the frames, that it broke
   */
  WebSocketConnector(OkHttpClient client, FrameFilter filter, Consumer<DisconnectReason> onEnding) {
    this.client = client;
    this.filter = filter;
    this.onDisconnect = onEnding;
  }

  /** The client that all wires of a subscription share. */
  static OkHttpClient client(ConnectionTimeouts supervision) {
    return new OkHttpClient.Builder()
        .connectTimeout(supervision.timeout())
        .readTimeout(supervision.timeout())
        .writeTimeout(supervision.timeout())
        // The credentials go to the host that the settings name, and over TLS if they say so.
        .followRedirects(false)
        .followSslRedirects(false)
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
        .addInterceptor(WebSocketConnector::declineCompression)
        .build();
  }

  /** An attempt may fail on this very thread, and its end be waited for: no lock is held here. */
  @Override
  public WebSocket newWebSocket(Request request, WebSocketListener library) {
    FrameMeter meter = new FrameMeter(MAX_FRAME_BYTES);
    OkHttpClient metered = client.newBuilder().socketFactory(meter).build();
    WebSocket laid =
        metered.newWebSocket(
            request, new FilteringWebSocketListener(library, filter, meter, onDisconnect));
    attach(laid);
    return new BoundedWebSocket(laid);
  }

  private synchronized void attach(WebSocket laid) {
    webSocket = laid;
    if (cut) {
      laid.cancel();
    }
  }

  /** Ends the connection at once, without asking the server. */
  synchronized void cut() {
    cut = true;
    if (webSocket != null) {
      webSocket.cancel();
    }
  }

  /** okhttp inflates without a bound: a kilobyte on the wire may be a megabyte in memory. */
  private static Response declineCompression(Interceptor.Chain chain) throws IOException {
    Request plain = chain.request().newBuilder().removeHeader(EXTENSIONS).build();
    return chain.proceed(plain).newBuilder().removeHeader(EXTENSIONS).build();
  }
}
