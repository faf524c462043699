package dev.rampline.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** Runs several runs in turns, one step at a time, in a chosen order. */
final class InterleavedRuns {
  private final List<Semaphore> permits;
  private final List<Integer> running;
  private final Semaphore yielded = new Semaphore(0);

  private InterleavedRuns(int runs) {
    permits = IntStream.range(0, runs).mapToObj(run -> new Semaphore(0)).toList();
    running = new ArrayList<>(IntStream.range(0, runs).boxed().toList());
  }

  /** A run, which awaits its turn before each step. */
  interface Run {
    void permits(Runnable awaitTurn);
  }

  /** Chooses the next run. */
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
    while (!running.isEmpty()) {
      permits.get(running.get(choice.below(running.size()))).release();
      yielded.acquireUninterruptibly();
    }
  }

  private void runInTurn(int own, Run run) {
    permits.get(own).acquireUninterruptibly();
    try {
      run.permits(() -> yieldTurn(own));
    } finally {
      running.remove((Object) own);
      yielded.release();
    }
  }

  private void yieldTurn(int own) {
    yielded.release();
    permits.get(own).acquireUninterruptibly();
  }
}
