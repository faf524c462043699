package dev.rampline.subscriber.socket;

import io.socket.thread.EventThread;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Hands frames from okhttp's reading thread to the library's event thread: only those that the
 * library can bear, and no more at a time than fit, so that the server is slowed down instead of
 * the queue between the two threads growing.
 */
final class FilteringWebSocketListener extends WebSocketListener {
  private static final int MAX_PENDING_BYTES = 4 * WebSocketConnector.MAX_FRAME_BYTES;
  private static final int NORMAL_CLOSURE = 1000;

  private final WebSocketListener library;
  private final FrameFilter filter;
  private final FrameMeter meter;
  private final Consumer<DisconnectReason> onDisconnect;
  private final Semaphore room = new Semaphore(MAX_PENDING_BYTES);

  FilteringWebSocketListener(
      WebSocketListener library,
      FrameFilter filter,
      FrameMeter meter,
      Consumer<DisconnectReason> onEnding) {
    this.library = library;
    this.filter = filter;
    this.meter = meter;
    this.onDisconnect = onEnding;
  }

  @Override
  public void onOpen(WebSocket webSocket, Response response) {
    meter.reset();
    library.onOpen(webSocket, response);
  }

  @Override
  public void onMessage(WebSocket webSocket, String frame) {
    meter.reset();
    switch (filter.filter(frame)) {
      case PASS -> pass(webSocket, frame);
      case DROP -> {}
      case END -> disconnect(DisconnectReason.CLOSED);
    }
  }

  /** An attachment; the event that it belongs to is heard without. */
  @Override
  public void onMessage(WebSocket webSocket, ByteString attachment) {
    meter.reset();
    filter.countFrame();
  }

  /**
   * The close frame has to be answered, or okhttp waits for the server to lose patience. The
   * server's code may be one that nobody is allowed to send.
   */
  @Override
  public void onClosing(WebSocket webSocket, int code, String reason) {
    webSocket.close(NORMAL_CLOSURE, null);
    disconnect(DisconnectReason.CLOSED);
  }

  @Override
  public void onClosed(WebSocket webSocket, int code, String reason) {
    disconnect(DisconnectReason.CLOSED);
    library.onClosed(webSocket, code, reason);
  }

  @Override
  public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
    disconnect(DisconnectReason.CONNECTION_FAILED);
    library.onFailure(webSocket, failure, response);
  }

  private void pass(WebSocket webSocket, String frame) {
    // Characters, not objects: an empty frame takes room as well.
    int size = frame.length() + Long.BYTES;
    room.acquireUninterruptibly(Math.min(size, MAX_PENDING_BYTES));
    library.onMessage(webSocket, frame);
    EventThread.exec(() -> room.release(Math.min(size, MAX_PENDING_BYTES)));
  }

  private void disconnect(DisconnectReason ending) {
    EventThread.exec(() -> onDisconnect.accept(ending));
  }
}
