package dev.rampline.simulation;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.rampline.simulation.environment.ProcessCrash;
import dev.rampline.simulation.environment.SimulatedProcess;
import dev.rampline.simulation.environment.SimulationEnvironment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The instances of one function. Each serves one invocation at a time. A crashed instance is
 * discarded; a new one is created when none is free.
 */
final class InstancePool<I, O> {
  private final String name;
  private final SimulationEnvironment environment;
  private final Function<SimulatedProcess, RequestHandler<I, O>> handlers;
  private final Deque<PooledInstance<I, O>> free = new ArrayDeque<>();
  private int created;

  InstancePool(
      String name,
      SimulationEnvironment world,
      Function<SimulatedProcess, RequestHandler<I, O>> handlers) {
    this.name = name;
    this.environment = world;
    this.handlers = handlers;
  }

  /** Invokes the function; empty if the instance crashed before it answered. */
  void invoke(I event, BiConsumer<SimulatedProcess, O> answered, Runnable died) {
    PooledInstance<I, O> serving = free.isEmpty() ? create() : free.pop();
    O answer;
    try {
      answer = serving.handler().handleRequest(event, null);
    } catch (ProcessCrash _) {
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

  private PooledInstance<I, O> create() {
    SimulatedProcess process = new SimulatedProcess(name + "-" + ++created, environment);
    return new PooledInstance<>(process, handlers.apply(process));
  }

  private record PooledInstance<I, O>(SimulatedProcess process, RequestHandler<I, O> handler) {}
}
