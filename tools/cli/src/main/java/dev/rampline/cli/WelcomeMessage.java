package dev.rampline.cli;

import dev.rampline.cli.options.ProjectHome;
import dev.rampline.devstack.Ports;
import dev.rampline.devstack.RunningDevStack;
import java.io.PrintWriter;

/** Prints the next steps. */
record WelcomeMessage(PrintWriter out) {
  private static final String ROW = "  ./rampline %-28s %s%n";

  void print() {
    out.println("Rampline receives on/off-ramp webhooks. Run it on this machine:");
    out.println();
    if (RunningDevStack.find(ProjectHome.state(), 0).isPresent()) {
      out.printf(
          "./rampline dev is running. Open http://%s:%d/ and send an event.%n%n",
          Ports.LOOPBACK, Ports.withOffset(0).inspector());
    } else {
      out.printf(ROW, "demo", "run an end-to-end demo");
      out.printf(ROW, "dev", "run the system with an inspector page");
    }
    out.printf(ROW, "trigger --scenario buy-card", "send all events of an order");
    out.printf(ROW, "trigger --scenario conflict", "send contradicting events");
    out.printf(ROW, "listen", "show events as they arrive");
    out.println();
    out.println("For all commands, run ./rampline --help; for one, ./rampline COMMAND --help.");
    out.flush();
  }
}
