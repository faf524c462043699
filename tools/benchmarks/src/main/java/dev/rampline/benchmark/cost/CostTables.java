package dev.rampline.benchmark.cost;

import dev.rampline.benchmark.cost.CostInputs.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/** The tables of {@code docs/cost.md}. */
public final class CostTables {
  private static final List<Double> EVENTS_PER_DAY = List.of(1e3, 1e5, 1e7);
  private static final List<Double> EVENTS_PER_MONTH = List.of(1e4, 1e6, 1e7);

  private final CostInputs inputs;
  private final CostModel model;

  CostTables(CostInputs inputs) {
    this.inputs = inputs;
    this.model = new CostModel(inputs);
  }

  /** Prints the tables. */
  public static void main(String[] arguments) throws IOException {
    CostTables tables = new CostTables(CostInputs.read());
    tables.all().forEach(System.out::println);
  }

  /** Returns all tables as Markdown. */
  List<String> all() {
    return List.of(months(), volumes(), kinds(), memory());
  }

  private String months() {
    List<String> lines = new ArrayList<>();
    lines.add("| USD a month | 10,000 events | 1 million events | 10 million events |");
    lines.add("|---|---|---|---|");
    lines.add(month("Alarms, metrics, and other fixed costs", _ -> fixed()));
    lines.add(month("Subscriber (optional)", _ -> model.subscriberMonth()));
    lines.add(month("Events", model::eventsMonth));
    lines.add(month("Confirmation of every order", model::confirmationMonth));
    lines.add(
        month(
            "**Total**",
            events ->
                fixed()
                    + model.subscriberMonth()
                    + model.eventsMonth(events)
                    + model.confirmationMonth(events)));
    return String.join("\n", lines) + "\n";
  }

  private double fixed() {
    return model.fixedMonth() - model.subscriberMonth();
  }

  private static String month(String name, DoubleUnaryOperator dollars) {
    return "| %s | %s |"
        .formatted(
            name,
            EVENTS_PER_MONTH.stream()
                .map(events -> "%.0f".formatted(dollars.applyAsDouble(events)))
                .collect(Collectors.joining(" | ")));
  }

  private String volumes() {
    List<Map<String, Double>> receiver = EVENTS_PER_DAY.stream().map(model::receiver).toList();
    Map<String, Double> usual = model.usual();
    Set<String> services = new LinkedHashSet<>(receiver.getFirst().keySet());
    List<String> lines = new ArrayList<>();
    lines.add(
        "| USD per million events | 1,000 a day | 100,000 a day | 10 million a day | usual way |");
    lines.add("|---|---|---|---|---|");
    for (String service : services) {
      lines.add(
          row(
              service,
              receiver.stream().map(costs -> text(costs.getOrDefault(service, 0.0))).toList(),
              usual.containsKey(service) ? text(usual.getOrDefault(service, 0.0)) : "–"));
    }
    lines.add(
        row(
            "**Receiver**",
            receiver.stream().map(costs -> "**" + text(sum(costs)) + "**").toList(),
            "**" + text(sum(usual)) + "**"));
    lines.add(
        row(
            "Confirmation of every order",
            EVENTS_PER_DAY.stream().map(day -> text(model.confirmation(day))).toList(),
            "–"));
    lines.add(
        row(
            "A consumer's receives and deletes",
            EVENTS_PER_DAY.stream().map(day -> text(model.consumer())).toList(),
            text(model.consumer())));
    lines.add(
        row(
            "*Instead: a hosted gateway*",
            EVENTS_PER_DAY.stream().map(day -> text(model.hostedGateway(day))).toList(),
            "–"));
    return String.join("\n", lines) + "\n";
  }

  private String kinds() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| event | calls | write units, table + indexes | record | log entry | USD per million |");
    lines.add("|---|---|---|---|---|---|");
    inputs.events().forEach(event -> lines.add(kind(event)));
    lines.add(kind(inputs.duplicate()));
    lines.add(kind(inputs.forgery()));
    return String.join("\n", lines) + "\n";
  }

  private String kind(Event event) {
    return "| %s | %d | %.0f + %.0f | %s | %d bytes | %s |"
        .formatted(
            event.name(),
            event.calls().size(),
            event.writes(),
            event.indexWrites(),
            event.itemBytes() == 0 ? "–" : event.itemBytes() + " bytes",
            event.logBytes(),
            text(model.kind(event)));
  }

  private String memory() {
    List<String> lines = new ArrayList<>();
    lines.add("| memory | billed time of an event | USD per million |");
    lines.add("|---|---|---|");
    for (int size : CostModel.MEMORY_SIZES) {
      lines.add(
          String.format(
              Locale.ROOT,
              "| %,d MB | %.1f ms | %s |",
              size,
              model.millis(size),
              text(model.time(size))));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String row(String name, List<String> receiver, String usual) {
    return "| %s | %s | %s |".formatted(name, String.join(" | ", receiver), usual);
  }

  private static double sum(Map<String, Double> costs) {
    return costs.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static String text(double dollars) {
    return String.format(Locale.ROOT, dollars < 100 ? "%,.2f" : "%,.0f", dollars);
  }
}
