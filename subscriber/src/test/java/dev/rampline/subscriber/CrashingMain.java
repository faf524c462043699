package dev.rampline.subscriber;

/** The subscriber with a thread that throws an {@link OutOfMemoryError}. */
final class CrashingMain {
  private CrashingMain() {}

  public static void main(String[] arguments) {
    Thread.ofPlatform().daemon().start(CrashingMain::crash);
    Main.main(arguments);
  }

  private static void crash() {
    while (Thread.getDefaultUncaughtExceptionHandler() == null) {
      Thread.onSpinWait();
    }
    throw new OutOfMemoryError("canary");
  }
}
