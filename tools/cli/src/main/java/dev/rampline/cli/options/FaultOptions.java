package dev.rampline.cli.options;

import dev.rampline.emulator.ChannelFaults;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that inject faults into the emulated provider. */
public final class FaultOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  private ChannelFaults faults = ChannelFaults.DEFAULT;

  @Option(
      names = "--fault",
      paramLabel = "FAULT=N",
      description = {
        "Inject a fault into a channel, 0 to 100; repeatable. FAULT is the channel (webhook, socket"
            + " or api), a dot, and drop, delay, duplicate, reorder, cut or reject. N is a"
            + " percentage, except for cut (times) and reorder (positions)."
      })
  void setFaults(Map<String, Integer> given) {
    given.forEach(this::set);
  }

  /** Sets a fault by its name; null leaves it unchanged. */
  public void set(String name, @Nullable Integer value) {
    if (value == null) {
      return;
    }
    try {
      faults = faults.with(name, value);
    } catch (IllegalArgumentException invalid) {
      throw new ParameterException(
          spec.commandLine(), String.valueOf(invalid.getMessage()), invalid);
    }
  }

  public ChannelFaults faults() {
    return faults;
  }
}
