package dev.rampline.deployment;

import static org.awaitility.Awaitility.await;

import dev.rampline.adapter.AwsUnderTest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** A stack that CloudFormation creates from the template; closing it deletes everything. */
final class DeployedStack implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

  private final AwsUnderTest aws;
  private final CloudFormationClient client;
  private final StatefulTemplate template;
  private final String name;
  private final String id;

  private DeployedStack(AwsUnderTest aws, String name, StatefulTemplate template) {
    this.aws = aws;
    this.name = name;
    this.client = aws.configure(CloudFormationClient.builder()).build();
    this.template = template;
    this.id =
        client
            .createStack(
                stack ->
                    stack
                        .stackName(name)
                        .templateBody(template.root().toString())
                        .parameters(parameters(template)))
            .stackId();
  }

  /** Creates an installation with a unique name. */
  static DeployedStack create(AwsUnderTest aws) throws IOException {
    return create(aws, uniqueName());
  }

  /** Creates an installation. */
  static DeployedStack create(AwsUnderTest aws, String name) throws IOException {
    return create(aws, name, StatefulTemplate.application(name));
  }

  /** Creates an installation with a unique name, and with further consumers in an account. */
  static DeployedStack createWithConsumers(AwsUnderTest aws, String account) throws IOException {
    String name = uniqueName();
    return create(aws, name, StatefulTemplate.applicationWithConsumers(name, account));
  }

  /** Creates the queue of a further consumer. */
  static DeployedStack createConsumerQueue(AwsUnderTest aws, String topicArn) throws IOException {
    String name = uniqueName();
    return create(aws, name, StatefulTemplate.consumerQueue(name, topicArn));
  }

  /** Creates the alarms of an installation. */
  static DeployedStack createAlarms(AwsUnderTest aws, String name) throws IOException {
    return create(aws, name + "-alarms", StatefulTemplate.alarms(name));
  }

  /** Returns a name of 13 characters, so that another can begin with it. */
  static String uniqueName() {
    return "test-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static List<Parameter> parameters(StatefulTemplate template) {
    return template.parameters().entrySet().stream()
        .map(
            value ->
                Parameter.builder()
                    .parameterKey(value.getKey())
                    .parameterValue(value.getValue())
                    .build())
        .toList();
  }

  private static DeployedStack create(AwsUnderTest aws, String name, StatefulTemplate template) {
    DeployedStack stack = new DeployedStack(aws, name, template);
    try {
      stack.awaitStatus(StackStatus.CREATE_COMPLETE);
      return stack;
    } catch (RuntimeException failure) {
      stack.close();
      throw failure;
    }
  }

  private void awaitStatus(StackStatus end) {
    await()
        .atMost(TIMEOUT)
        .pollInterval(POLL_INTERVAL)
        .until(() -> !describe().stackStatusAsString().endsWith("_IN_PROGRESS"));
    Stack stack = describe();
    if (stack.stackStatus() != end) {
      throw new IllegalStateException(
          stack.stackStatusAsString() + ": " + stack.stackStatusReason());
    }
  }

  private Stack describe() {
    return client.describeStacks(wanted -> wanted.stackName(id)).stacks().getFirst();
  }

  String name() {
    return name;
  }

  /** The template of the stack. */
  StatefulTemplate template() {
    return template;
  }

  /** The value of an output. */
  String output(String name) {
    return describe().outputs().stream()
        .filter(output -> output.outputKey().equals(name))
        .map(Output::outputValue)
        .findFirst()
        .orElseThrow();
  }

  /** The environment of a function. */
  Map<String, String> variables(String function) {
    return Arrays.stream(output(function + FunctionOutputs.VARIABLES).split("\n", -1))
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(line -> line[0], line -> line[1]));
  }

  /** The physical name of a resource. */
  String id(String resource) {
    return resources().stream()
        .filter(made -> made.logicalResourceId().equals(resource))
        .map(StackResource::physicalResourceId)
        .findFirst()
        .orElseThrow();
  }

  private List<StackResource> resources() {
    return client.describeStackResources(wanted -> wanted.stackName(id)).stackResources().stream()
        .filter(made -> made.physicalResourceId() != null)
        .toList();
  }

  /** Deletes the stack; retained resources remain. */
  void delete() {
    client.deleteStack(wanted -> wanted.stackName(id));
    awaitStatus(StackStatus.DELETE_COMPLETE);
  }

  @Override
  public void close() {
    List<StackResource> made = resources();
    delete();
    new RetainedResources(aws).drop(made);
    client.close();
  }
}
