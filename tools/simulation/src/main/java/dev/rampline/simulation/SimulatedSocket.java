package dev.rampline.simulation;

import dev.rampline.simulation.environment.Fault;
import dev.rampline.simulation.environment.FaultInjector;
import dev.rampline.simulation.environment.SimulatedClock;
import dev.rampline.simulation.environment.SimulationRandom;
import dev.rampline.simulation.provider.SimulatedOrderEvent;
import dev.rampline.simulation.provider.SocketPacket;
import java.time.Duration;
import java.util.List;

/** The provider's socket: it sends each event once, to the processes connected at that moment. */
final class SimulatedSocket {
  private static final Duration USUAL_DELAY = Duration.ofSeconds(2);
  private static final Duration MAX_DELAY = Duration.ofMinutes(20);

  private final SimulationContext context;
  private final SimulatedClock clock;
  private final FaultInjector faults;
  private final SimulationRandom random;
  private final SimulatedSubscriber subscriber;

  /**
   * @param queriesApi whether the subscribers query the provider's API
   */
  SimulatedSocket(SimulationContext context, boolean queriesApi) {
    this.context = context;
    this.clock = context.environment().clock();
    this.faults = context.environment().faults();
    this.random = context.environment().random().fork("socket");
    this.subscriber = new SimulatedSubscriber(context, queriesApi);
  }

  /** Connects a subscriber. */
  void start() {
    subscriber.start();
  }

  /** Sends an event, subject to faults, and at times a false or malformed packet with it. */
  void publish(SimulatedOrderEvent event) {
    if (faults.inject(Fault.DISCONNECT, 0.15)) {
      subscriber.disconnect();
    }
    context.provider().socketPacket(event).ifPresent(packet -> publish(event.toString(), packet));
    if (faults.inject(Fault.FALSE_EVENT, 0.2)) {
      String orderId = random.pick(List.of(event.orderId(), "unknown-" + event.number()));
      publish("a false event of order/" + orderId, context.provider().falsePacket(orderId));
    }
    if (faults.inject(Fault.MALFORMED_PACKET, 0.2)) {
      publish("a malformed packet", context.provider().malformedPacket(event.orderId()));
    }
  }

  private void publish(String what, SocketPacket packet) {
    if (faults.inject(Fault.DROP, 0.15)) {
      context.environment().trace().add("socket", "loses " + what);
      return;
    }
    send(what, packet);
    if (faults.inject(Fault.DUPLICATE, 0.3)) {
      send(what, packet);
    }
  }

  private void send(String what, SocketPacket packet) {
    boolean late = faults.inject(Fault.DELAY, 0.25);
    int connection = subscriber.connection();
    clock.scheduleAfter(
        random.drawDuration(Duration.ZERO, late ? MAX_DELAY : USUAL_DELAY),
        () -> subscriber.receive(connection, what, packet));
  }
}
