package dev.rampline.cli.options;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options for the orders and customers of the emulated provider. */
public final class EmulatorDataOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  private int orders = 300;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Generate all random data from this seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--orders",
      defaultValue = "300",
      paramLabel = "N",
      description = "Generate this many orders and customers (default: ${DEFAULT-VALUE}).")
  void setOrders(int count) {
    if (count < 1) {
      throw new ParameterException(spec.commandLine(), "--orders must be at least 1");
    }
    orders = count;
  }

  public int orders() {
    return orders;
  }

  public long seed() {
    return seed;
  }
}
