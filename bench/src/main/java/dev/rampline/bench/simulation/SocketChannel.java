package dev.rampline.bench.simulation;

import dev.rampline.bench.provider.OrderWord;
import dev.rampline.bench.provider.Packet;
import dev.rampline.bench.world.Chance;
import dev.rampline.bench.world.Fault;
import dev.rampline.bench.world.Faults;
import dev.rampline.bench.world.Timeline;
import java.time.Duration;
import java.util.List;

/** What the provider says on its socket: to whoever is connected then, and never again. */
final class SocketChannel {
  private static final Duration USUALLY_WITHIN = Duration.ofSeconds(2);
  private static final Duration LATEST = Duration.ofMinutes(20);

  private final Scene scene;
  private final Timeline timeline;
  private final Faults faults;
  private final Chance chance;
  private final SocketHolder holder;

  /**
   * @param asks whether those who listen ask the provider's API
   */
  SocketChannel(Scene scene, boolean asks) {
    this.scene = scene;
    this.timeline = scene.world().timeline();
    this.faults = scene.world().faults();
    this.chance = scene.world().chance().of("socket");
    this.holder = new SocketHolder(scene, asks);
  }

  /** Has somebody listen. */
  void begin() {
    holder.begin();
  }

  /** Says it, as far as it comes, and what is not so beside it. */
  void say(OrderWord word) {
    if (faults.strikes(Fault.CUT, 0.15)) {
      holder.cut();
    }
    scene.provider().spoken(word).ifPresent(packet -> say(word.toString(), packet));
    if (faults.strikes(Fault.UNTRUE_CLAIM, 0.2)) {
      String orderId = chance.oneOf(List.of(word.orderId(), "nobodys-" + word.number()));
      say("what is not so of order/" + orderId, scene.provider().untrue(orderId));
    }
    if (faults.strikes(Fault.ODD_PACKET, 0.2)) {
      say("what nobody can read", scene.provider().odd(word.orderId()));
    }
  }

  private void say(String what, Packet packet) {
    if (faults.strikes(Fault.DROP, 0.15)) {
      scene.world().trace().note("socket", "loses " + what);
      return;
    }
    send(what, packet);
    if (faults.strikes(Fault.DUPLICATE, 0.3)) {
      send(what, packet);
    }
  }

  private void send(String what, Packet packet) {
    boolean late = faults.strikes(Fault.DELAY, 0.25);
    int connection = holder.connection();
    timeline.after(
        chance.between(Duration.ZERO, late ? LATEST : USUALLY_WITHIN),
        () -> holder.receive(connection, what, packet));
  }
}
