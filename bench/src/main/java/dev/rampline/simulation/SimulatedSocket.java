package dev.rampline.simulation;

import dev.rampline.simulation.environment.Fault;
import dev.rampline.simulation.environment.FaultInjector;
import dev.rampline.simulation.environment.SimulatedClock;
import dev.rampline.simulation.environment.SimulationRandom;
import dev.rampline.simulation.provider.SimulatedOrderEvent;
import dev.rampline.simulation.provider.SocketPacket;
import java.time.Duration;
import java.util.List;

/** What the provider says on its socket: to whoever is connected then, and never again. */
final class SimulatedSocket {
  private static final Duration USUAL_DELAY = Duration.ofSeconds(2);
  private static final Duration MAX_DELAY = Duration.ofMinutes(20);

  private final SimulationContext context;
  private final SimulatedClock clock;
  private final FaultInjector faults;
  private final SimulationRandom random;
  private final SimulatedSubscriber subscriber;

  /**
   * @param asks whether those who listen ask the provider's API
   */
  SimulatedSocket(SimulationContext scene, boolean asks) {
    this.context = scene;
    this.clock = scene.environment().clock();
    this.faults = scene.environment().faults();
    this.random = scene.environment().random().fork("socket");
    this.subscriber = new SimulatedSubscriber(scene, asks);
  }

  /** Has somebody listen. */
  void start() {
    subscriber.start();
  }

  /** Says it, as far as it comes, and what is not so beside it. */
  void publish(SimulatedOrderEvent word) {
    if (faults.inject(Fault.CUT, 0.15)) {
      subscriber.disconnect();
    }
    context.provider().socketPacket(word).ifPresent(packet -> publish(word.toString(), packet));
    if (faults.inject(Fault.UNTRUE_CLAIM, 0.2)) {
      String orderId = random.pick(List.of(word.orderId(), "nobodys-" + word.number()));
      publish("what is not so of order/" + orderId, context.provider().falsePacket(orderId));
    }
    if (faults.inject(Fault.ODD_PACKET, 0.2)) {
      publish("what nobody can read", context.provider().malformedPacket(word.orderId()));
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
