package dev.rampline.cli.components;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.cli.components.StoreCommand.Store;
import dev.rampline.cli.options.PortOffset;
import dev.rampline.cli.options.ProjectHome;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.cli.terminal.ProgressLine;
import dev.rampline.cli.terminal.ShutdownHooks;
import dev.rampline.devstack.LocalStores;
import dev.rampline.devstack.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs only the stores, each in a separate process. */
@Command(
    name = "stores",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Run only the stores, each in a separate process.",
      "Runs DynamoDB Local and ElasticMQ until you stop them. ./rampline dev --external-stores uses"
          + " them, so that you can pause or kill each process independently."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline stores",
      "  ./rampline stores --port-offset 100 --json",
      "  ./rampline stores --download https://repository.example/maven2"
    })
public final class StoresCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PortOffset portOffset = new PortOffset();
  @Mixin private BindAddress bind = new BindAddress();

  @Option(names = "--json", description = "Print the URLs as one line of JSON.")
  private boolean json;

  @Option(
      names = "--download",
      paramLabel = "URL",
      description =
          "Download DynamoDB Local for all commands from the Maven repository at this URL, such as"
              + " Maven Central, and exit. A release does not contain it. Its license applies to"
              + " you.")
  private @Nullable URI repository;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return repository == null ? run() : download(repository);
  }

  private int download(URI from) throws IOException, InterruptedException {
    try (ProgressLine _ = ProgressLine.of("Downloading DynamoDB Local")) {
      Path file = DynamoDbLocalDownload.from(from, ProjectHome.createState().resolve("lib"));
      spec.commandLine().getOut().println(file);
    }
    return 0;
  }

  private int run() throws IOException {
    Ports ports = portOffset.ports();
    ShutdownHooks hooks = new ShutdownHooks();
    try (StoreProcess dynamoDb = hooks.closeOnExit(start(Store.DYNAMODB, ports.dynamoDb()));
        StoreProcess sqs = hooks.closeOnExit(start(Store.SQS, ports.sqs()))) {
      awaitListening(dynamoDb, sqs);
      announce(ports, dynamoDb, sqs);
      StoreProcess ended = dynamoDb.ended().applyToEither(sqs.ended(), first -> first).join();
      if (hooks.isShuttingDown() || ended.wasInterrupted()) {
        return 130;
      }
      throw new CommandFailure(ended + " has stopped.");
    }
  }

  private static void awaitListening(StoreProcess dynamoDb, StoreProcess sqs) throws IOException {
    try (ProgressLine _ = ProgressLine.of("Starting the stores")) {
      dynamoDb.awaitListening();
      sqs.awaitListening();
    }
  }

  private StoreProcess start(Store store, int port) throws IOException {
    return StoreProcess.start(store, bind.host(), port);
  }

  private void announce(Ports ports, StoreProcess dynamoDb, StoreProcess sqs) {
    PrintWriter out = spec.commandLine().getOut();
    try (LocalStores stores = LocalStores.external(bind.host(), ports)) {
      if (json) {
        ObjectNode ready = JsonLines.object();
        put(ready, dynamoDb, stores.dynamoDb());
        put(ready, sqs, stores.sqs());
        JsonLines.print(out, ready);
        return;
      }
      print(out, dynamoDb, stores.dynamoDb());
      print(out, sqs, stores.sqs());
      out.printf("ready dynamodb %s sqs %s%n", stores.dynamoDb(), stores.sqs());
      out.flush();
    }
  }

  private static void put(ObjectNode ready, StoreProcess store, URI endpoint) {
    ready.putObject(store.toString()).put("url", endpoint.toString()).put("pid", store.pid());
  }

  private static void print(PrintWriter out, StoreProcess store, URI endpoint) {
    out.printf("%-8s port %d  pid %d%n", store, endpoint.getPort(), store.pid());
  }
}
