package dev.rampline.subscriber;

/** The subscriber, one of whose threads meets the end of the memory. */
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
