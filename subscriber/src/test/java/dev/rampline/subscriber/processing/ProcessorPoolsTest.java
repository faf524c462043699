package dev.rampline.subscriber.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.time.SchedulerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProcessorPoolsTest {
  /** With fewer, workers close their connections and open new ones all the time. */
  @Test
  void image_keepsAConnectionForEachWorker() throws IOException {
    ProcessorPools pools = new ProcessorPools(SchedulerFactory.threadPool(), new Random(1));
    int workers =
        pools.unverifiedEvents().size() + pools.lookups().size() + pools.reconciliation().size();

    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<jvmFlag>-Dhttp.maxConnections=%d</jvmFlag>".formatted(workers));
  }
}
