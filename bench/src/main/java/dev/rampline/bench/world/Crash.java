package dev.rampline.bench.world;

/** The end of a process. Whatever the code makes of it, nobody hears of the process again. */
public final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash() {
    super("The process is dead", null, false, false);
  }
}
