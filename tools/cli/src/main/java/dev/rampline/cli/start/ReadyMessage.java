package dev.rampline.cli.start;

import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints the URLs of a stack once it is ready, in one line that programs wait for, and the next
 * steps for people.
 *
 * @param addresses the URL of each component by its name
 * @param option the option that commands need to connect to the stack, after a space
 */
record ReadyMessage(Map<String, String> addresses, String option) {
  /** Prints the URLs in one line, which begins with {@code ready}. */
  void announce(PrintWriter out) {
    out.println(
        addresses.entrySet().stream()
            .map(address -> address.getKey() + " " + address.getValue())
            .collect(Collectors.joining(" ", "ready ", "")));
    out.flush();
  }

  /** Prints the URLs one by one, which a terminal does not wrap, and the next steps. */
  void printForTerminal(PrintWriter out) {
    out.println("ready");
    addresses.forEach((name, url) -> out.printf("  %-10s %s%n", name, url));
    out.println();
    out.println("Open " + addresses.get("inspector") + " and run in another terminal:");
    out.println("  ./rampline trigger --scenario buy-bank-transfer" + option);
    out.println("  ./rampline listen" + option);
    out.println("Press Ctrl-C to stop.");
    out.println();
    out.flush();
  }
}
