package dev.rampline.cli.options;

import dev.rampline.devstack.Ports;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Option that adds an offset to all ports. */
public final class PortOffset {
  private static final int LARGEST = 50_000;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  private int offset;

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      defaultValue = "0",
      description = "Add N to every port, 0 to " + LARGEST + ".")
  void setOffset(int value) {
    if (value < 0 || value > LARGEST) {
      throw new ParameterException(spec.commandLine(), "--port-offset must be 0 to " + LARGEST);
    }
    offset = value;
  }

  public int value() {
    return offset;
  }

  public Ports ports() {
    return Ports.withOffset(offset);
  }
}
