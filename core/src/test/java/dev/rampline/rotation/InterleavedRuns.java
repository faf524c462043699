package dev.rampline.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** Lets several runs take turns, one step at a time, in an order that is chosen from outside. */
final class InterleavedRuns {
  private final List<Semaphore> go;
  private final List<Integer> alive;
  private final Semaphore back = new Semaphore(0);

  private InterleavedRuns(int runs) {
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

  static void runAll(List<Run> runs, Choice choice) {
    InterleavedRuns turns = new InterleavedRuns(runs.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int run = 0; run < runs.size(); run++) {
        int own = run;
        threads.execute(() -> turns.runInTurn(own, runs.get(own)));
      }
      turns.grantTurns(choice);
    }
  }

  private void grantTurns(Choice choice) {
    while (!alive.isEmpty()) {
      go.get(alive.get(choice.below(alive.size()))).release();
      back.acquireUninterruptibly();
    }
  }

  private void runInTurn(int own, Run run) {
    go.get(own).acquireUninterruptibly();
    try {
      run.go(() -> yieldTurn(own));
    } finally {
      alive.remove((Object) own);
      back.release();
    }
  }

  private void yieldTurn(int own) {
    back.release();
    go.get(own).acquireUninterruptibly();
  }
}
