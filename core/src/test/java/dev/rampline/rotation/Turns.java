package dev.rampline.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** Lets several runs take turns, one step at a time, in an order that is chosen from outside. */
final class Turns {
  private final List<Semaphore> go;
  private final List<Integer> alive;
  private final Semaphore back = new Semaphore(0);

  private Turns(int runs) {
    go = IntStream.range(0, runs).mapToObj(run -> new Semaphore(0)).toList();
    alive = new ArrayList<>(IntStream.range(0, runs).boxed().toList());
  }

  /** One run: it awaits its turn before each of its steps. */
  interface Run {
    void go(Runnable awaitTurn);
  }

  /** Chooses who goes next. */
  interface Choice {
    int below(int bound);
  }

  static void take(List<Run> runs, Choice choice) {
    Turns turns = new Turns(runs.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int run = 0; run < runs.size(); run++) {
        int own = run;
        threads.execute(() -> turns.carryOut(own, runs.get(own)));
      }
      turns.giveOut(choice);
    }
  }

  private void giveOut(Choice choice) {
    while (!alive.isEmpty()) {
      go.get(alive.get(choice.below(alive.size()))).release();
      back.acquireUninterruptibly();
    }
  }

  private void carryOut(int own, Run run) {
    go.get(own).acquireUninterruptibly();
    try {
      run.go(() -> handOver(own));
    } finally {
      alive.remove((Object) own);
      back.release();
    }
  }

  private void handOver(int own) {
    back.release();
    go.get(own).acquireUninterruptibly();
  }
}
