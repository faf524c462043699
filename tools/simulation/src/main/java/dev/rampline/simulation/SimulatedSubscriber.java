package dev.rampline.simulation;

import dev.rampline.json.JsonReader;
import dev.rampline.simulation.check.Invariant;
import dev.rampline.simulation.environment.ProcessCrash;
import dev.rampline.simulation.environment.SimulatedClock;
import dev.rampline.simulation.environment.SimulatedProcess;
import dev.rampline.simulation.environment.SimulationRandom;
import dev.rampline.simulation.provider.SocketPacket;
import dev.rampline.subscriber.SubscriberDependencies;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The subscriber, one process at a time, and its connection. It replaces the Socket.IO client,
 * reconnects after each disconnect, and restarts the process after each exit.
 */
final class SimulatedSubscriber {
  private static final Duration MIN_DELAY = Duration.ofSeconds(1);
  private static final Duration MAX_GAP = Duration.ofMinutes(20);
  private static final Duration MAX_RESTART = Duration.ofMinutes(3);
  private static final Duration MAX_BACKOFF = Duration.ofSeconds(30);
  private static final int NONE = 0;

  private final SimulationContext context;
  private final boolean hasApiAccess;
  private final SimulatedClock clock;
  private final SimulationRandom random;
  private @Nullable RunningSubscriber running;
  private int started;
  private int connections;
  private int connection = NONE;

  SimulatedSubscriber(SimulationContext context, boolean queriesApi) {
    this.context = context;
    this.hasApiAccess = queriesApi;
    this.clock = context.environment().clock();
    this.random = context.environment().random().fork("connection");
  }

  /** Starts a process, which then connects. */
  void start() {
    SimulatedProcess process =
        new SimulatedProcess("subscriber-" + ++started, context.environment());
    SubscriberDependencies listening =
        context.subscriberOf(process, hasApiAccess, fault -> restart(process, fault));
    listening.processor().start();
    RunningSubscriber subscriber =
        new RunningSubscriber(process, listening, context.listener(process, listening));
    running = subscriber;
    connectWithin(MAX_BACKOFF, subscriber);
  }

  /** The number of the current connection. */
  int connection() {
    return connection;
  }

  /** Cuts the connection, if there is one. */
  void disconnect() {
    RunningSubscriber subscriber = running;
    if (connection != NONE && subscriber != null) {
      connection = NONE;
      subscriber.process().trace("loses its connection");
      subscriber.listener().onDisconnected("cut");
      connectWithin(MAX_GAP, subscriber);
    }
  }

  /** Delivers a packet; it is lost if its connection is cut first. */
  void receive(int by, String what, SocketPacket packet) {
    RunningSubscriber subscriber = running;
    if (by == NONE || by != connection || subscriber == null) {
      context.environment().trace().add("socket", "has no client for " + what);
      return;
    }
    subscriber.process().trace("receives " + what);
    JsonReader.read(packet.payload())
        .ifPresent(json -> deliver(subscriber, new SocketEvent(packet.event(), List.of(json))));
  }

  private void deliver(RunningSubscriber subscriber, SocketEvent event) {
    try {
      subscriber.listener().onEvent(event);
    } catch (ProcessCrash crash) {
      restart(subscriber.process(), crash);
    }
  }

  private void connectWithin(Duration longest, RunningSubscriber subscriber) {
    clock.scheduleAfter(random.drawDuration(MIN_DELAY, longest), () -> connect(subscriber));
  }

  private void connect(RunningSubscriber subscriber) {
    if (subscriber.process().isDead()) {
      return;
    }
    try {
      var _ = subscriber.listening().credentials().get();
      connection = ++connections;
      subscriber.process().trace("is connected");
      subscriber.listener().onSubscribed();
    } catch (ProcessCrash crash) {
      restart(subscriber.process(), crash);
    } catch (RuntimeException noKeys) {
      subscriber.listener().onFailed("no keys");
      connectWithin(MAX_BACKOFF, subscriber);
    }
  }

  /**
   * Called by each worker that stops; restarts the process once, and reports a stop without a
   * fault.
   */
  private void restart(SimulatedProcess process, Throwable fault) {
    context
        .violations()
        .expect(
            fault instanceof ProcessCrash,
            Invariant.PROCESSES,
            "",
            process.name() + " stopped by " + fault);
    if (running != null && running.process() == process) {
      running = null;
      connection = NONE;
      clock.scheduleAfter(random.drawDuration(MIN_DELAY, MAX_RESTART), this::start);
    }
  }

  private record RunningSubscriber(
      SimulatedProcess process, SubscriberDependencies listening, SocketListener listener) {}
}
