package dev.rampline.operations.doctor;

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
 * A CloudFormation stack.
 *
 * @param parameters the parameter values
 * @param outputs the output values
 * @param resources the resources that have a physical id
 */
record StackView(
    String name,
    StackStatus status,
    Map<String, String> parameters,
    Map<String, String> outputs,
    List<StackResourceSummary> resources) {
  StackView {
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
  static StackView of(CloudFormationClient client, String name) {
    Stack stack = client.describeStacks(wanted -> wanted.stackName(name)).stacks().getFirst();
    return new StackView(
        name,
        stack.stackStatus(),
        stack.parameters().stream()
            .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue)),
        stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue)),
        client
            .listStackResourcesPaginator(wanted -> wanted.stackName(name))
            .stackResourceSummaries()
            .stream()
            .filter(resource -> resource.physicalResourceId() != null)
            .toList());
  }

  /** Returns the value of a parameter, or an empty string. */
  String parameter(String parameter) {
    return parameters.getOrDefault(parameter, "");
  }

  /** Returns the physical id of a resource. */
  Optional<String> resource(String logicalId) {
    return resources.stream()
        .filter(resource -> resource.logicalResourceId().equals(logicalId))
        .map(StackResourceSummary::physicalResourceId)
        .findFirst();
  }

  /** Returns the physical ids of all resources of a type. */
  Stream<String> ofType(String type) {
    return resources.stream()
        .filter(resource -> resource.resourceType().equals(type))
        .map(StackResourceSummary::physicalResourceId);
  }
}
