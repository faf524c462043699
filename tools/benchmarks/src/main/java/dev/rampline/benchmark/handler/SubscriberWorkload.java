package dev.rampline.benchmark.handler;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampline.benchmark.report.Figure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures the subscriber. Its process is that of the emulated provider. */
final class SubscriberWorkload {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final int READINGS = 5;
  private static final URI STUB = URI.create(System.getenv("AWS_ENDPOINT_URL"));

  private SubscriberWorkload() {}

  /**
   * Measures and writes the figures as JSON into the file that the first argument names. The others
   * are the numbers of starts, of events to process, and of events that wait.
   */
  public static void main(String[] arguments) {
    ChildProcess.exitWithParent();
    try {
      List<Figure> figures =
          measure(number(arguments[1]), number(arguments[2]), number(arguments[3]));
      new ObjectMapper().writeValue(Path.of(arguments[0]).toFile(), figures);
      System.exit(0);
    } catch (Exception | Error failure) {
      // The emulated provider's threads would keep the process.
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  /** The subscriber that is started last is the one that looks the events up. */
  private static List<Figure> measure(int starts, int events, int buffered)
      throws IOException, InterruptedException {
    List<List<Figure>> startUps = new ArrayList<>();
    for (int start = 1; start < starts; start++) {
      try (SubscriberRig rig = new SubscriberRig(true)) {
        startUps.add(startUp(rig));
      }
    }
    List<Figure> lookedUp;
    try (SubscriberRig rig = new SubscriberRig(true)) {
      startUps.add(startUp(rig));
      lookedUp = throughput(rig, "written and looked up", 2, events / 2);
    }
    List<Figure> figures = new ArrayList<>(Figure.medians(startUps));
    try (SubscriberRig rig = new SubscriberRig(false)) {
      rig.awaitReadiness();
      figures.addAll(throughput(rig, "written", 1, events));
      figures.addAll(lookedUp);
      figures.addAll(heap(rig, buffered));
    }
    return figures;
  }

  private static List<Figure> startUp(SubscriberRig rig) throws InterruptedException {
    Duration subscribed = rig.awaitSubscription();
    Duration ready = rig.awaitReadiness();
    return List.of(
        figure("start-up", "time to the subscription", "ms", millis(subscribed)),
        figure("start-up", "time to readiness", "ms", millis(ready)),
        figure("start-up", "CPU", "ms", millis(rig.cpu())));
  }

  /**
   * Sends events after half as many to warm up.
   *
   * @param messages the messages that each event leads to
   */
  private static List<Figure> throughput(
      SubscriberRig rig, String situation, int messages, int events) throws InterruptedException {
    run(rig, situation + " to warm up", messages, events / 2);
    StubCalls calls = StubCalls.read(STUB);
    long requests = rig.apiRequests();
    Duration cpu = rig.cpu();
    Duration time = run(rig, situation, messages, events);
    cpu = rig.cpu().minus(cpu);
    calls = StubCalls.read(STUB).minus(calls);
    requests = rig.apiRequests() - requests;
    return List.of(
        figure(situation, "events", "/s", events * 1e3 / millis(time)),
        figure(situation, Figure.CPU, "ms", millis(cpu) / events),
        figure(situation, Figure.CALLS, "", (double) calls.all() / events),
        figure(situation, "API requests per event", "", (double) requests / events));
  }

  /** Sends all events at once and returns the time until their last message. */
  private static Duration run(SubscriberRig rig, String name, int messages, int events)
      throws InterruptedException {
    long expected = StubCalls.read(STUB).sends() + (long) messages * events;
    long start = System.nanoTime();
    rig.send(name.replace(' ', '-'), events);
    SubscriberRig.await("messages", () -> StubCalls.read(STUB).sends() >= expected);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /**
   * Sends events while AWS does not answer, and then waits until all are written. What each takes
   * is seen from the second half: the first ones also make the workers wait and open connections.
   */
  private static List<Figure> heap(SubscriberRig rig, int events)
      throws IOException, InterruptedException {
    LiveHeap empty = awaitBuffered(rig, 0);
    StubCalls.hold(STUB);
    rig.send("first-half", events / 2);
    LiveHeap half = awaitBuffered(rig, events / 2);
    rig.send("second-half", events - events / 2);
    LiveHeap full = awaitBuffered(rig, events);
    StubCalls.release(STUB);
    // Not until all messages are sent: after the outage, some may be left to the relay.
    LiveHeap after = awaitBuffered(rig, 0);
    String situation = String.format(Locale.ROOT, "%,d buffered", events);
    return List.of(
        figure(situation, "live heap before", "MB", empty.bytes() / BYTES_PER_MEGABYTE),
        figure(situation, "live heap", "MB", full.bytes() / BYTES_PER_MEGABYTE),
        figure(situation, "live heap after", "MB", after.bytes() / BYTES_PER_MEGABYTE),
        figure(
            situation,
            "live heap per event",
            "bytes",
            (double) (full.bytes() - half.bytes()) / (full.events() - half.events())));
  }

  /** Returns the least of several readings: what workers hold at the moment is not of interest. */
  private static LiveHeap awaitBuffered(SubscriberRig rig, int events) throws InterruptedException {
    SubscriberRig.await(events + " buffered", () -> rig.liveHeap().events() == events);
    return Stream.generate(rig::liveHeap)
        .limit(READINGS)
        .min(Comparator.comparingLong(LiveHeap::bytes))
        .orElseThrow();
  }

  private static double millis(Duration time) {
    return time.toNanos() / NANOS_PER_MILLI;
  }

  private static Figure figure(String situation, String measure, String unit, double value) {
    return Figure.of(situation, Figure.PRODUCTION, measure, unit, value);
  }
}
