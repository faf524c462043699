package dev.rampline.subscriber;

import dev.rampline.adapter.aws.Clients;

/** Starts the subscriber with the environment variables of the process. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(
        SubscriberProcess.run(System.getenv(), Clients.ofEnvironment(), System.out, System.err));
  }
}
