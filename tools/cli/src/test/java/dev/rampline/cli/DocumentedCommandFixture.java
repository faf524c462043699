package dev.rampline.cli;

import dev.rampline.adapter.wiring.Closer;
import dev.rampline.cli.options.ProjectHome;
import dev.rampline.cli.start.DevEnvironment;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.Ports;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.documents.DocumentedCommand;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ApiFaultInjector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * A running {@code ./rampline dev} with an order, a customer and a captured body. It also stands in
 * for AWS.
 */
final class DocumentedCommandFixture implements AutoCloseable {
  private static final String TOKEN = "an-access-token-of-fair-length-000";
  private static final String SECRET = "a-webhook-secret-of-fair-length-0000";
  private static final String CUSTOMER = "12345";

  private final Closer started = new Closer();
  private final int offset = FreeOffset.find();
  private final CommandPlaceholders placeholders;

  DocumentedCommandFixture(Path folder) throws Exception {
    DevKeys keys = DevKeys.withSigningKeys(List.of(TOKEN), List.of(SECRET));
    DevStack.Settings settings =
        new DevStack.Settings(Ports.withOffset(offset), false, keys, Map.of(), line -> {});
    DevEnvironment dev =
        started.register(
            DevEnvironment.start(
                new DevEnvironment.Options(settings, true, ApiFaultInjector.NONE, true)));
    started.register(
        new RunningDevStack(
                ProcessHandle.current().pid(),
                dev.stack().webhookUrl(),
                keys,
                URI.create(String.valueOf(dev.providerUrl())))
            .writeFile(ProjectHome.state(), offset));
    StackEndpoint stack =
        started.register(
            new StackEndpoint(
                URI.create(String.valueOf(dev.providerUrl())),
                dev.stack().stores().queues().events(),
                keys.document()));
    setAwsEndpoint(dev, stack);
    placeholders =
        new CommandPlaceholders(captured(folder), keys, dev.stack().webhookUrl(), CUSTOMER);
    createRestoredTable(dev.stack().stores().dynamoDb());
    prepare();
  }

  /** Creates an empty table, as if a backup was restored to it. */
  private static void createRestoredTable(URI endpoint) {
    try (DynamoDbClient tables = LocalClients.dynamoDb(endpoint)) {
      tables.createTable(
          table ->
              table
                  .tableName("rampline-ledger-restored")
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .attributeDefinitions(
                      AttributeDefinition.builder()
                          .attributeName("subject")
                          .attributeType(ScalarAttributeType.S)
                          .build())
                  .keySchema(
                      KeySchemaElement.builder()
                          .attributeName("subject")
                          .keyType(KeyType.HASH)
                          .build()));
    }
  }

  private void prepare() {
    runSuccessfully("trigger", "ORDER_COMPLETED");
    runSuccessfully("trigger", "ORDER_COMPLETED", "--order-id", CommandPlaceholders.ERASED);
    runSuccessfully("trigger", "KYC_APPROVED");
  }

  private Path captured(Path folder) throws Exception {
    CommandRun signed =
        CommandRun.of(
            "sign", "../../events/payloads/order-completed.json", KeysFile.ofTokens(TOKEN));
    return Files.writeString(folder.resolve("body"), signed.out().strip());
  }

  private void runSuccessfully(String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(List.of("--port-offset", Integer.toString(offset)));
    CommandRun run = CommandRun.of(line.toArray(String[]::new));
    if (run.code() != 0) {
      throw new IllegalStateException(run.out() + run.err());
    }
  }

  private void setAwsEndpoint(DevEnvironment dev, StackEndpoint stack) {
    Map.of(
            "aws.region", LocalClients.REGION,
            "aws.accessKeyId", LocalClients.CREDENTIALS,
            "aws.secretAccessKey", LocalClients.CREDENTIALS,
            "aws.endpointUrlDynamoDb", dev.stack().stores().dynamoDb().toString(),
            "aws.endpointUrlSqs", dev.stack().stores().sqs().toString(),
            "aws.endpointUrlCloudFormation", stack.url(),
            "aws.endpointUrlSecretsManager", stack.url())
        .forEach(
            (name, value) -> {
              System.setProperty(name, value);
              started.register(() -> System.clearProperty(name));
            });
  }

  /**
   * Runs a command as a reader would, with this fixture's ports and without delays between events.
   */
  CommandRun run(DocumentedCommand command) {
    List<String> arguments = new ArrayList<>(placeholders.arguments(command));
    addIfSupported(arguments, "--port-offset", Integer.toString(offset));
    addIfSupported(arguments, "--pace", "0");
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static void addIfSupported(List<String> arguments, String option, String value) {
    CommandLine command = new RamplineCommand().line().getSubcommands().get(arguments.getFirst());
    if (command != null && command.getCommandSpec().findOption(option) != null) {
      arguments.addAll(List.of(option, value));
    }
  }

  @Override
  public void close() {
    started.close();
  }
}
