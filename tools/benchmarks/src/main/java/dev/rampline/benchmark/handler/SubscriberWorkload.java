package dev.rampline.benchmark.handler;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampline.benchmark.report.Figure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures the subscriber. Its process is that of the emulated provider. */
final class SubscriberWorkload {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final URI STUB = URI.create(System.getenv("AWS_ENDPOINT_URL"));

  private SubscriberWorkload() {}

  /**
   * Runs one workload and writes its figures as JSON into the file that the first argument names.
   * The second is the workload, and the third its number of events.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ChildProcess.exitWithParent();
    int events = Integer.parseInt(arguments[2]);
    List<Figure> figures =
        switch (arguments[1]) {
          case "start-up" -> startUp();
          case "written" -> throughput("written", false, 1, events);
          case "looked-up" -> throughput("written and looked up", true, 2, events);
          case "buffered" -> buffered(events);
          default -> throw new IllegalArgumentException(arguments[1]);
        };
    new ObjectMapper().writeValue(Path.of(arguments[0]).toFile(), figures);
    System.exit(0);
  }

  /** It asks the provider's API, as in production. */
  private static List<Figure> startUp() throws IOException, InterruptedException {
    try (SubscriberRig rig = new SubscriberRig(true)) {
      Duration subscribed = rig.awaitSubscription();
      Duration ready = rig.awaitReadiness();
      Duration cpu = rig.cpu();
      return List.of(
          figure("start-up", "time to the subscription", "ms", millis(subscribed)),
          figure("start-up", "time to readiness", "ms", millis(ready)),
          figure("start-up", "CPU", "ms", millis(cpu)));
    }
  }

  /**
   * Sends all events at once, which the buffer has room for, and waits for their last message.
   *
   * @param messages the messages of each event
   */
  private static List<Figure> throughput(
      String situation, boolean looksUp, int messages, int events)
      throws IOException, InterruptedException {
    try (SubscriberRig rig = new SubscriberRig(looksUp)) {
      rig.awaitReadiness();
      run(rig, "warm-up", messages, events);
      StubCalls calls = StubCalls.read(STUB);
      long requests = rig.apiRequests();
      Duration cpu = rig.cpu();
      Duration time = run(rig, "measured", messages, events);
      cpu = rig.cpu().minus(cpu);
      calls = StubCalls.read(STUB).minus(calls);
      requests = rig.apiRequests() - requests;
      List<Figure> figures = new ArrayList<>();
      figures.add(figure(situation, "events", "/s", events * 1e3 / millis(time)));
      figures.add(figure(situation, Figure.CPU, "ms", millis(cpu) / events));
      figures.add(figure(situation, Figure.CALLS, "", (double) calls.all() / events));
      figures.add(figure(situation, "API requests per event", "", (double) requests / events));
      return figures;
    }
  }

  /** Returns the time until the last message was sent. */
  private static Duration run(SubscriberRig rig, String name, int messages, int events)
      throws InterruptedException {
    long expected = StubCalls.read(STUB).sends() + (long) messages * events;
    long start = System.nanoTime();
    rig.send(name, events);
    SubscriberRig.await("messages", () -> StubCalls.read(STUB).sends() >= expected);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Sends events while AWS does not answer, and then waits until all are written. */
  private static List<Figure> buffered(int events) throws IOException, InterruptedException {
    try (SubscriberRig rig = new SubscriberRig(false)) {
      rig.awaitReadiness();
      run(rig, "warm-up", 1, events / 10);
      SubscriberRig.await("an empty buffer", () -> rig.liveHeap().events() == 0);
      LiveHeap empty = rig.liveHeap();
      long expected = StubCalls.read(STUB).sends() + events;
      StubCalls.hold(STUB);
      rig.send("buffered", events);
      SubscriberRig.await("a full buffer", () -> rig.liveHeap().events() == events);
      LiveHeap full = rig.liveHeap();
      StubCalls.release(STUB);
      SubscriberRig.await("messages", () -> StubCalls.read(STUB).sends() >= expected);
      SubscriberRig.await("an empty buffer", () -> rig.liveHeap().events() == 0);
      LiveHeap after = rig.liveHeap();
      String situation = String.format(Locale.ROOT, "%,d buffered", events);
      return List.of(
          figure(situation, "live heap before", "MB", empty.bytes() / BYTES_PER_MEGABYTE),
          figure(situation, "live heap", "MB", full.bytes() / BYTES_PER_MEGABYTE),
          figure(situation, "live heap after", "MB", after.bytes() / BYTES_PER_MEGABYTE),
          figure(
              situation,
              "live heap per event",
              "bytes",
              (double) (full.bytes() - empty.bytes()) / events));
    }
  }

  private static double millis(Duration time) {
    return time.toNanos() / NANOS_PER_MILLI;
  }

  private static Figure figure(String situation, String measure, String unit, double value) {
    return Figure.of(situation, Figure.PRODUCTION, measure, unit, value);
  }
}
