package dev.rampline.bench.simulation;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.rampline.bench.world.Crash;
import dev.rampline.bench.world.Instance;
import dev.rampline.bench.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The instances of one function. Each serves one invocation at a time; one that died serves no
 * more, and another is made whenever none is free.
 */
final class Fleet<I, O> {
  private final String name;
  private final World world;
  private final Function<Instance, RequestHandler<I, O>> handlers;
  private final Deque<Serving<I, O>> free = new ArrayDeque<>();
  private int made;

  Fleet(String name, World world, Function<Instance, RequestHandler<I, O>> handlers) {
    this.name = name;
    this.world = world;
    this.handlers = handlers;
  }

  /** Invokes the function; who is dead by the end has answered nothing. */
  void invoke(I event, BiConsumer<Instance, O> answered, Runnable died) {
    Serving<I, O> serving = free.isEmpty() ? make() : free.pop();
    O answer;
    try {
      answer = serving.handler().handleRequest(event, null);
    } catch (Crash _) {
      died.run();
      return;
    }
    if (serving.process().isDead()) {
      died.run();
      return;
    }
    free.push(serving);
    answered.accept(serving.process(), answer);
  }

  private Serving<I, O> make() {
    Instance process = new Instance(name + "-" + ++made, world);
    return new Serving<>(process, handlers.apply(process));
  }

  private record Serving<I, O>(Instance process, RequestHandler<I, O> handler) {}
}
