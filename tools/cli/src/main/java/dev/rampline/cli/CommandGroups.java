package dev.rampline.cli;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;

/** Lists the commands in groups, each on one line. */
final class CommandGroups {
  private static final int WIDTH = 18;

  private static final List<Group> ALL =
      List.of(
          new Group("Getting started", List.of("demo", "dev", "completion")),
          new Group("Send", List.of("trigger", "replay", "sign")),
          new Group(
              "Inspect", List.of("listen", "order", "audit", "inspector", "verify", "doctor")),
          new Group(
              "Recover",
              List.of(
                  "reconcile", "quarantine", "redrive", "republish", "restore-versions", "erase")),
          new Group("Components", List.of("stores", "subscriber", "provider", "invoke")),
          new Group("Development", List.of("simulate", "bench")));

  private CommandGroups() {}

  /** Commands under one heading. */
  private record Group(String heading, List<String> commands) {}

  static String of(Help help) {
    return ALL.stream()
        .map(group -> "%n%s:%n%s".formatted(group.heading(), rows(group, help)))
        .collect(Collectors.joining());
  }

  private static String rows(Group group, Help help) {
    return group.commands().stream().map(name -> row(name, help)).collect(Collectors.joining());
  }

  private static String row(String name, Help help) {
    Help command = Objects.requireNonNull(help.subcommands().get(name), name);
    String padded =
        help.colorScheme().commandText(name).toString() + " ".repeat(WIDTH - name.length());
    return "  %s%s%n".formatted(padded, command.commandSpec().usageMessage().description()[0]);
  }
}
