package dev.rampline.operations.stack;

import dev.rampline.resources.QueuePlan;
import dev.rampline.resources.ResourceNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * A CloudFormation stack of {@code template.yaml}.
 *
 * @param parameters the parameter values
 * @param outputs the output values
 * @param resources the resources that have a physical id, and then those of nested stacks
 */
public record StackView(
    String name,
    StackStatus status,
    Map<String, String> parameters,
    Map<String, String> outputs,
    List<StackResourceSummary> resources) {
  private static final String NESTED_STACK = "AWS::CloudFormation::Stack";

  public StackView {
    parameters = Map.copyOf(parameters);
    outputs = Map.copyOf(outputs);
    resources = List.copyOf(resources);
  }

  /**
   * Reads a stack.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if the stack does not exist or
   *     cannot be read
   */
  public static StackView of(CloudFormationClient client, String name) {
    Stack stack = client.describeStacks(wanted -> wanted.stackName(name)).stacks().getFirst();
    return new StackView(
        name,
        stack.stackStatus(),
        stack.parameters().stream()
            .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue)),
        stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue)),
        resources(client, name));
  }

  private static List<StackResourceSummary> resources(CloudFormationClient client, String name) {
    List<StackResourceSummary> own =
        client
            .listStackResourcesPaginator(wanted -> wanted.stackName(name))
            .stackResourceSummaries()
            .stream()
            .filter(resource -> resource.physicalResourceId() != null)
            .toList();
    Stream<StackResourceSummary> nested =
        own.stream()
            .filter(resource -> resource.resourceType().equals(NESTED_STACK))
            .flatMap(stack -> resources(client, stack.physicalResourceId()).stream());
    return Stream.concat(own.stream(), nested).toList();
  }

  /** Returns the value of a parameter, or an empty string. */
  public String parameter(String parameter) {
    return parameters.getOrDefault(parameter, "");
  }

  /** Returns the physical id of a resource. */
  public Optional<String> resource(String logicalId) {
    return resources.stream()
        .filter(resource -> resource.logicalResourceId().equals(logicalId))
        .map(StackResourceSummary::physicalResourceId)
        .findFirst();
  }

  /** Returns the physical ids of all resources of a type. */
  public Stream<String> ofType(String type) {
    return resources.stream()
        .filter(resource -> resource.resourceType().equals(type))
        .map(StackResourceSummary::physicalResourceId);
  }

  /** Returns the names of the installation's resources. */
  public ResourceNames names() {
    String name = parameter("Name");
    return name.isEmpty() ? ResourceNames.LOCAL : new ResourceNames(name);
  }

  /** Returns the names of the functions' log groups. */
  public List<String> logGroups() {
    return Stream.of(StackFunction.values())
        .flatMap(function -> resource(function.logGroupId()).stream())
        .toList();
  }

  /** Returns the name of the ledger table. */
  public String ledgerTable() {
    return resource("Ledger").orElse(names().table());
  }

  /** Returns the name of a queue: the last part of its URL, which is its physical id. */
  public String queueName(QueuePlan plan) {
    return resource(StackQueues.logicalId(plan))
        .map(url -> url.substring(url.lastIndexOf('/') + 1))
        .orElse(names().queue(plan));
  }

  /** Returns the ARN of the topic for further consumers, if the stack has one. */
  public Optional<String> topic() {
    return resource("EventsTopic");
  }

  /**
   * Returns the environment variables of a function that reads and writes everything, as the
   * template sets them. Variables without a value are absent.
   */
  public Map<String, String> variables() {
    return StackSettings.of(this);
  }
}
