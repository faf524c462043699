package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import okhttp3.WebSocket;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoundedWebSocketTest {
  private static final long MAX_QUEUE_BYTES = 1 << 18;

  private final QueueingWebSocket queue = new QueueingWebSocket();
  private final WebSocket bounded = new BoundedWebSocket(queue);

  @Test
  void frames_areSent_whileTheServerReads() {
    queue.size = MAX_QUEUE_BYTES;

    assertThat(bounded.send("3")).isTrue();
    assertThat(bounded.send(ByteString.encodeUtf8("3"))).isTrue();
    assertThat(queue.sent).hasSize(2);
    assertThat(queue.cancelled).isFalse();
  }

  @Test
  void connection_isCancelled_ifTheServerDoesNotRead() {
    queue.size = MAX_QUEUE_BYTES + 1;

    assertThat(bounded.send("3")).isFalse();
    assertThat(queue.sent).isEmpty();
    assertThat(queue.cancelled).isTrue();
  }

  @Test
  void otherCalls_goToTheConnection() {
    queue.size = 17;

    assertThat(bounded.queueSize()).isEqualTo(17);
    assertThat(bounded.request()).isSameAs(queue.request());
    assertThat(bounded.close(1000, null)).isTrue();
    assertThat(bounded.close(1001, null)).isFalse();
  }

  @Test
  void refusedFrame_isNotSent() {
    queue.refuses = true;

    assertThat(bounded.send("3")).isFalse();
    assertThat(bounded.send(ByteString.EMPTY)).isFalse();
    assertThat(queue.cancelled).isFalse();
  }

  /** A connection with a given number of bytes in its queue. */
  private static final class QueueingWebSocket implements WebSocket {
    private final List<ByteString> sent = new ArrayList<>();
    private final Request request = new Request.Builder().url("http://127.0.0.1/").build();
    private long size;
    private boolean refuses;
    private boolean cancelled;

    @Override
    public boolean send(String text) {
      return send(ByteString.encodeUtf8(text));
    }

    @Override
    public boolean send(ByteString bytes) {
      return !refuses && sent.add(bytes);
    }

    @Override
    public long queueSize() {
      return size;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }

    @Override
    public boolean close(int code, @Nullable String reason) {
      return code == 1000;
    }

    @Override
    public Request request() {
      return request;
    }
  }
}
