package dev.rampline.subscriber.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryLogsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.socket.client.Manager",
        "io.socket.parser.IOParser",
        "io.socket.thread.EventThread",
        "okhttp3.OkHttpClient"
      })
  void libraries_logNothing(String library) {
    LibraryLogs.silence();

    assertThat(Logger.getLogger(library).isLoggable(Level.SEVERE)).isFalse();
  }
}
