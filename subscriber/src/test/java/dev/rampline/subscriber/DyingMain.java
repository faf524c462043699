package dev.rampline.subscriber;

/** The subscriber, one of whose threads meets the end of the memory. */
final class DyingMain {
  private DyingMain() {}

  public static void main(String[] arguments) {
    Thread.ofPlatform().daemon().start(DyingMain::die);
    Main.main(arguments);
  }

  private static void die() {
    while (Thread.getDefaultUncaughtExceptionHandler() == null) {
      Thread.onSpinWait();
    }
    throw new OutOfMemoryError("canary");
  }
}
