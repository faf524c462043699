package dev.rampline.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says what a stack listens on, once it is ready, in one line that programs wait for; and to people
 * what they can do next.
 *
 * @param addresses what listens where, by what it is
 * @param portOffset that commands have to be given to reach it
 */
record ReadyMessage(Map<String, String> addresses, int portOffset) {
  void announce(PrintWriter out) {
    out.println(
        addresses.entrySet().stream()
            .map(place -> place.getKey() + " " + place.getValue())
            .collect(Collectors.joining(" ", "ready ", "")));
    out.flush();
  }

  void printNextSteps(PrintWriter out) {
    String offset = portOffset == 0 ? "" : " --port-offset " + portOffset;
    out.println();
    out.println("Look at " + addresses.get("inspector") + " and, in another terminal, try");
    out.println("  ./rampline trigger --story buy-bank-transfer" + offset);
    out.println("  ./rampline listen" + offset);
    out.println("Ctrl-C ends it.");
    out.println();
    out.flush();
  }
}
