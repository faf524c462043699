package dev.rampline.devkit.command;

import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.stack.RunningDev;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Tells the emulated provider of a running stack what is true from now on. */
record EmulatorConsole(URI api, String credential) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int DONE = 204;

  static Optional<EmulatorConsole> of(RunningDev running) {
    return Optional.ofNullable(running.providerUrl())
        .map(url -> new EmulatorConsole(url, running.keys().api().apiSecret()));
  }

  /** It, if there is one. */
  static EmulatorConsole existing(Optional<EmulatorConsole> console) {
    return console.orElseThrow(
        () -> new CommandFailure("There is no socket: start ./rampline dev first."));
  }

  /** Its API answers so from now on, as far as it can; a provider that is none of ours may not. */
  void note(SampleEvent sample) throws InterruptedException {
    try {
      post("/emulator/words", sample.payload());
    } catch (IOException unreachable) {
      // The webhook is sent nevertheless: nobody promised that the API knows of it.
    }
  }

  /** The same, and its socket says so, if it has a word for it; returns the exit code. */
  int speak(SampleEvent sample, PrintWriter out) throws InterruptedException {
    try {
      boolean spoken = post("/emulator/words?spoken", sample.payload()) == DONE;
      out.println(sample.event() + (spoken ? " was said" : " is nothing that the socket says"));
      out.flush();
      return spoken ? 0 : 1;
    } catch (IOException unreachable) {
      throw new CommandFailure("The emulated provider does not answer at " + api, unreachable);
    }
  }

  private int post(String path, String payload) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(api.resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + credential)
            .POST(BodyPublishers.ofString(payload))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  @Override
  public String toString() {
    return "EmulatorConsole[" + api + "]";
  }
}
