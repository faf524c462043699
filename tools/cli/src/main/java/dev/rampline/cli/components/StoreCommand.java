package dev.rampline.cli.components;

import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.EmbeddedSqs;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one store in a separate process, started by {@link StoresCommand}. */
@Command(name = "store", hidden = true, description = "Run one store until standard input ends.")
public final class StoreCommand implements Callable<Integer> {
  /** The line that it prints once the store accepts connections. */
  static final String LISTENING = "listening";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "STORE")
  private Store store = Store.DYNAMODB;

  @Option(names = "--host", required = true)
  private String host = "";

  @Option(names = "--port", required = true)
  private int port;

  @Override
  public Integer call() throws Exception {
    try (AutoCloseable running = store.start(host, port)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(LISTENING + " " + running.getClass().getSimpleName());
      out.flush();
      awaitParentExit();
    }
    return 0;
  }

  /** Waits for the end of standard input: the parent process holds the other end of the pipe. */
  private static void awaitParentExit() throws IOException {
    System.in.transferTo(OutputStream.nullOutputStream());
  }

  /** The kinds of stores. */
  enum Store {
    DYNAMODB,
    SQS;

    AutoCloseable start(String host, int port) {
      return switch (this) {
        case DYNAMODB -> EmbeddedDynamoDb.start(host, port);
        case SQS -> EmbeddedSqs.start(host, port);
      };
    }
  }
}
