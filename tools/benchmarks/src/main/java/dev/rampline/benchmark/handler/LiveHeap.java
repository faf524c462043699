package dev.rampline.benchmark.handler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampline.decoding.SocketDecodingResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The objects that are left after a full collection, as Java's class histogram counts them.
 *
 * @param bytes the size of all objects
 * @param events the socket events among them, which wait or are in progress
 */
record LiveHeap(long bytes, long events) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
  private static final String TOTAL = "Total";
  private static final int INSTANCES = 1;
  private static final int BYTES = 2;

  /** Collects the garbage of this process and measures what is left. */
  static LiveHeap measure() {
    try {
      Object histogram =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName(COMMANDS),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      List<String[]> rows =
          histogram.toString().lines().map(line -> line.strip().split("\\s+")).toList();
      return new LiveHeap(
          rows.stream()
              .filter(row -> row[0].equals(TOTAL))
              .mapToLong(row -> Long.parseLong(row[BYTES]))
              .sum(),
          rows.stream()
              .filter(
                  row -> row[row.length - 1].equals(SocketDecodingResult.Update.class.getName()))
              .mapToLong(row -> Long.parseLong(row[INSTANCES]))
              .sum());
    } catch (JMException missing) {
      throw new IllegalStateException("This Java has no class histogram", missing);
    }
  }

  /** Measures another process. */
  static LiveHeap read(URI process) {
    try (InputStream answer = process.toURL().openStream()) {
      return JSON.readValue(answer, LiveHeap.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String json() throws JsonProcessingException {
    return JSON.writeValueAsString(this);
  }
}
