package dev.rampline.benchmark.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.core.util.VersionInfo;

/**
 * Where and when the figures were measured.
 *
 * @param load the average number of running threads in the last minute before the run: more than
 *     none means that another program disturbed it
 */
public record Machine(
    String measuredAt,
    int cores,
    String processor,
    long memoryMegabytes,
    String kernel,
    String java,
    String awsSdk,
    double load) {

  /** Returns this machine. */
  public static Machine current() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        system.getAvailableProcessors(),
        processorName(),
        system.getTotalMemorySize() >> 20,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        VersionInfo.SDK_VERSION,
        Math.round(system.getSystemLoadAverage() * 100) / 100.0);
  }

  /** Linux names the processor; other systems only its instruction set. */
  private static String processorName() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElseGet(Machine::architecture);
    } catch (IOException notLinux) {
      return architecture();
    }
  }

  private static String architecture() {
    return System.getProperty("os.arch");
  }
}
