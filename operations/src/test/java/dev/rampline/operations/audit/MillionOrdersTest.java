package dev.rampline.operations.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own has the heap that the documentation promises. */
class MillionOrdersTest {
  private static final String HEAP = "-Xmx64m";

  @TempDir private Path folder;

  @Test
  void millionOrders_needABoundedHeap() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                MillionOrders.class.getName(),
                folder.resolve("orders.csv").toString())
            .redirectErrorStream(true)
            .start();
    try {
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);

      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(output)
          .isEqualToIgnoringNewLines(
              "999990 999990 999990 {MISSING_IN_FILE=10, MISSING_IN_LEDGER=10,"
                  + " MISSING_AT_PROVIDER=10, DIFFERENT_STATE=10, PAID_OUT_NOT_COMPLETED=20}");
    } finally {
      process.destroyForcibly();
    }
  }
}
