package dev.rampline.cli;

import dev.rampline.devstack.Ports;
import dev.rampline.devstack.RunningDevStack;
import java.io.PrintWriter;

/** Says what one can do next. */
record WelcomeMessage(PrintWriter out) {
  private static final String ROW = "  ./rampline %-26s %s%n";

  void print() {
    out.println("Rampline receives an on/off-ramp provider's webhooks, on this machine.");
    out.println();
    if (RunningDevStack.find(ProjectHome.path(), 0).isPresent()) {
      out.printf(
          "./rampline dev is running: look at http://%s:%d/ and send it something.%n%n",
          Ports.LOOPBACK, Ports.withOffset(0).inspector());
    } else {
      out.printf(ROW, "demo", "see what it does, in half a minute");
      out.printf(ROW, "dev", "run it here, with a page to look at");
    }
    out.printf(ROW, "trigger --story buy-card", "send it an order's whole life");
    out.printf(ROW, "trigger --mishap twice", "let something go wrong");
    out.printf(ROW, "listen", "watch what arrives");
    out.println();
    out.println("./rampline --help lists all commands, ./rampline COMMAND --help explains one.");
    out.flush();
  }
}
