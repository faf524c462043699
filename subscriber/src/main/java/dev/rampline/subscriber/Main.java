package dev.rampline.subscriber;

/** Starts the subscriber from the process's environment. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(SubscriberProcess.run(System.getenv(), System.out, System.err));
  }
}
