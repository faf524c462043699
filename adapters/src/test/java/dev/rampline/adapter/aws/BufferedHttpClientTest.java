package dev.rampline.adapter.aws;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How a call ends whose response arrives slowly, or never. */
@Timeout(60)
class BufferedHttpClientTest {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\n";
  private static final String ENDLESS = HEAD + "Content-Length: 1000000\r\n\r\n";

  private final AtomicInteger requests = new AtomicInteger();
  private ServerSocket server;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void response_isRead() {
    serve(socket -> send(socket, HEAD + "Content-Length: 16\r\n\r\n{\"QueueUrls\":[]}"));

    assertThat(within(Duration.ofSeconds(30), this::list)).isTrue();
  }

  @Test
  void headersThatTrickle_endAtTheLimit() {
    serve(socket -> trickle(socket, HEAD + "X-Padding: "));

    assertTimeout();
  }

  @Test
  void bodyThatTrickles_endsAtTheLimit() {
    serve(socket -> trickle(socket, ENDLESS));

    assertTimeout();
  }

  @Test
  void bodyThatStops_endsAtTheLimit() {
    serve(
        socket -> {
          send(socket, ENDLESS + "{");
          await(socket);
        });

    assertTimeout();
  }

  @Test
  void lostResponse_leavesTimeForARetry() {
    serve(
        socket -> {
          if (requests.get() == 1) {
            await(socket);
          }
          send(socket, HEAD + "Content-Length: 16\r\n\r\n{\"QueueUrls\":[]}");
        });

    assertThat(within(Duration.ofSeconds(2), this::list)).isTrue();
    assertThat(requests).hasValue(2);
  }

  @Test
  void passedDeadline_sendsNothing() {
    serve(socket -> send(socket, HEAD));

    assertThatThrownBy(() -> within(Duration.ZERO, this::list))
        .isInstanceOf(SdkClientException.class)
        .hasRootCauseInstanceOf(SocketTimeoutException.class);
    assertThat(requests).hasValue(0);
  }

  private void assertTimeout() {
    assertThatThrownBy(() -> within(Duration.ofMillis(600), this::list))
        .isInstanceOf(SdkClientException.class)
        .satisfies(
            fault -> assertThat(AwsFaults.name((SdkClientException) fault)).isEqualTo("timeout"));
  }

  private static <T> T within(Duration time, Supplier<T> call) {
    return CallLimit.within(Deadline.after(time, InstantSource.system()), call);
  }

  private boolean list() {
    URI endpoint = URI.create("http://127.0.0.1:" + server.getLocalPort());
    try (SqsClient client = AwsUnderTest.at(endpoint).sqs()) {
      return client.listQueues().queueUrls().isEmpty();
    }
  }

  /** Reads each request and lets the script respond to it. */
  private void serve(Script script) {
    Thread.startVirtualThread(
        () -> {
          while (!server.isClosed()) {
            try {
              Socket socket = server.accept();
              Thread.startVirtualThread(() -> respond(socket, script));
            } catch (IOException closed) {
              return;
            }
          }
        });
  }

  private void respond(Socket socket, Script script) {
    try (socket) {
      var _ = socket.getInputStream().read(new byte[65_536]);
      requests.incrementAndGet();
      script.respond(socket);
    } catch (IOException over) {
      // The client has ended the call.
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  /** Waits until the client closes the connection. */
  private static void await(Socket socket) throws IOException {
    try (InputStream in = socket.getInputStream()) {
      var _ = in.readAllBytes();
    }
  }

  /** Sends a byte each 10 milliseconds, until the client closes the connection. */
  private static void trickle(Socket socket, String start) throws IOException {
    send(socket, start);
    OutputStream out = socket.getOutputStream();
    socket.setSoTimeout(10);
    while (true) {
      out.write('x');
      out.flush();
      try {
        if (socket.getInputStream().read() < 0) {
          return;
        }
      } catch (SocketTimeoutException open) {
        // The client still waits.
      }
    }
  }

  private interface Script {
    void respond(Socket socket) throws IOException;
  }
}
