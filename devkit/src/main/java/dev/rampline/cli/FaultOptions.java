package dev.rampline.cli;

import dev.rampline.emulator.ChannelFaults;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How the emulated provider misbehaves. */
final class FaultOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  private ChannelFaults faults = ChannelFaults.DEFAULT;

  @Option(
      names = "--fault",
      paramLabel = "FAULT=N",
      description = {
        "How a channel misbehaves, 0 to 100; repeatable. FAULT is the channel (webhook, socket or"
            + " api), a dot, and drop, delay, duplicate, reorder, cut or refuse: per cent each, but"
            + " cut (times) and reorder (places)."
      })
  void setFaults(Map<String, Integer> given) {
    given.forEach(this::set);
  }

  /** One fault by its name; null leaves it as it is. */
  void set(String name, @Nullable Integer value) {
    if (value == null) {
      return;
    }
    try {
      faults = faults.with(name, value);
    } catch (IllegalArgumentException nonsense) {
      throw new ParameterException(
          spec.commandLine(), String.valueOf(nonsense.getMessage()), nonsense);
    }
  }

  ChannelFaults faults() {
    return faults;
  }
}
