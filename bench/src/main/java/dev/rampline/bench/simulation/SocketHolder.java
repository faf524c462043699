package dev.rampline.bench.simulation;

import dev.rampline.bench.check.Invariant;
import dev.rampline.bench.provider.Packet;
import dev.rampline.bench.world.Chance;
import dev.rampline.bench.world.Crash;
import dev.rampline.bench.world.Instance;
import dev.rampline.bench.world.Timeline;
import dev.rampline.json.JsonReader;
import dev.rampline.subscriber.Listening;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The subscriber, one process at a time, and its connection: it stands where the Socket.IO client
 * does, connects again whatever happens, and the process is started again whenever it ends.
 */
final class SocketHolder {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LONGEST_GAP = Duration.ofMinutes(20);
  private static final Duration LONGEST_RESTART = Duration.ofMinutes(3);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
  private static final int NONE = 0;

  private final Scene scene;
  private final boolean asks;
  private final Timeline timeline;
  private final Chance chance;
  private @Nullable Subscriber running;
  private int started;
  private int connections;
  private int connection = NONE;

  SocketHolder(Scene scene, boolean asks) {
    this.scene = scene;
    this.asks = asks;
    this.timeline = scene.world().timeline();
    this.chance = scene.world().chance().of("connection");
  }

  /** Starts a process, which is about to connect. */
  void begin() {
    Instance process = new Instance("subscriber-" + ++started, scene.world());
    Listening listening = scene.listening(process, asks, fault -> ended(process, fault));
    listening.intake().start();
    Subscriber subscriber = new Subscriber(process, listening, scene.listener(process, listening));
    running = subscriber;
    connectWithin(LONGEST_BACKOFF, subscriber);
  }

  /** Which connection there is now. */
  int connection() {
    return connection;
  }

  /** Cuts it, if there is one. */
  void cut() {
    Subscriber subscriber = running;
    if (connection != NONE && subscriber != null) {
      connection = NONE;
      subscriber.process().note("loses its connection");
      subscriber.listener().lost("cut");
      connectWithin(LONGEST_GAP, subscriber);
    }
  }

  /** What is on its way when its connection ends is lost. */
  void receive(int by, String what, Packet packet) {
    Subscriber subscriber = running;
    if (by == NONE || by != connection || subscriber == null) {
      scene.world().trace().note("socket", "has nobody to hear " + what);
      return;
    }
    subscriber.process().note("hears " + what);
    JsonReader.read(packet.payload())
        .ifPresent(json -> hear(subscriber, new SocketEvent(packet.event(), List.of(json))));
  }

  private void hear(Subscriber subscriber, SocketEvent event) {
    try {
      subscriber.listener().heard(event);
    } catch (Crash crash) {
      ended(subscriber.process(), crash);
    }
  }

  private void connectWithin(Duration longest, Subscriber subscriber) {
    timeline.after(chance.between(SOON, longest), () -> connect(subscriber));
  }

  private void connect(Subscriber subscriber) {
    if (subscriber.process().isDead()) {
      return;
    }
    try {
      var _ = subscriber.listening().credentials().get();
      connection = ++connections;
      subscriber.process().note("is connected");
      subscriber.listener().subscribed();
    } catch (Crash crash) {
      ended(subscriber.process(), crash);
    } catch (RuntimeException noKeys) {
      subscriber.listener().failed("no keys");
      connectWithin(LONGEST_BACKOFF, subscriber);
    }
  }

  /** Told by each that was at work; a process starts again once, and ends by a fault alone. */
  private void ended(Instance process, Throwable fault) {
    scene
        .findings()
        .expect(fault instanceof Crash, Invariant.LIVES, "", process.name() + " ended by " + fault);
    if (running != null && running.process() == process) {
      running = null;
      connection = NONE;
      timeline.after(chance.between(SOON, LONGEST_RESTART), this::begin);
    }
  }

  private record Subscriber(Instance process, Listening listening, SocketListener listener) {}
}
