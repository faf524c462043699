package dev.rampline.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which orders and customers the emulated provider has. */
final class EmulatorDataOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  private int orders = 300;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "What everything is drawn from (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--orders",
      defaultValue = "300",
      paramLabel = "N",
      description = "How many orders and customers there are (default: ${DEFAULT-VALUE}).")
  void setOrders(int count) {
    if (count < 1) {
      throw new ParameterException(spec.commandLine(), "--orders wants at least 1");
    }
    orders = count;
  }

  int orders() {
    return orders;
  }

  long seed() {
    return seed;
  }
}
