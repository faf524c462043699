package dev.rampline.subscriber.socket;

import okhttp3.Request;
import okhttp3.WebSocket;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that cancels itself if the server does not read what it makes the client send: okhttp
 * queues up to 16 MiB of pongs, each an object many times its size.
 */
record BoundedWebSocket(WebSocket webSocket) implements WebSocket {
  private static final int MAX_QUEUE_BYTES = 1 << 18;

  @Override
  public boolean send(String text) {
    return hasRoom() && webSocket.send(text);
  }

  @Override
  public boolean send(ByteString bytes) {
    return hasRoom() && webSocket.send(bytes);
  }

  @Override
  public Request request() {
    return webSocket.request();
  }

  @Override
  public long queueSize() {
    return webSocket.queueSize();
  }

  @Override
  public boolean close(int code, @Nullable String reason) {
    return webSocket.close(code, reason);
  }

  @Override
  public void cancel() {
    webSocket.cancel();
  }

  private boolean hasRoom() {
    if (webSocket.queueSize() <= MAX_QUEUE_BYTES) {
      return true;
    }
    webSocket.cancel();
    return false;
  }
}
