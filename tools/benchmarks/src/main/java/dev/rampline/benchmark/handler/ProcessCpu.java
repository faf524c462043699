package dev.rampline.benchmark.handler;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The CPU time of this process, from the system's clock for it. Java's own method counts in steps
 * of 10 milliseconds, more than most figures here.
 */
final class ProcessCpu {
  /** The number of {@code CLOCK_PROCESS_CPUTIME_ID}. */
  private static final int CLOCK = System.getProperty("os.name").startsWith("Mac") ? 12 : 2;

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  @SuppressWarnings("restricted")
  private static final MethodHandle CLOCK_GETTIME =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("clock_gettime"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

  private static final MemorySegment TIME = Arena.global().allocate(2 * Long.BYTES, Long.BYTES);

  private ProcessCpu() {}

  static synchronized long nanos() {
    try {
      if ((int) CLOCK_GETTIME.invokeExact(CLOCK, TIME) != 0) {
        throw new IllegalStateException("The system has no clock for the CPU time of a process");
      }
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
    return TIME.get(ValueLayout.JAVA_LONG, 0) * NANOS_PER_SECOND
        + TIME.get(ValueLayout.JAVA_LONG, Long.BYTES);
  }
}
