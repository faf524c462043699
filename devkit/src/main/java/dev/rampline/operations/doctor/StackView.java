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
 * What CloudFormation tells of a stack.
 *
 * @param parameters the values it was deployed with
 * @param outputs what it tells
 * @param resources what it is made of, as far as it is made
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
   * Asks.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if there is none, or nobody says
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

  /** The value it was deployed with; empty, if with none. */
  String parameter(String parameter) {
    return parameters.getOrDefault(parameter, "");
  }

  /** What the resource of that name in the template is called. */
  Optional<String> resource(String logicalId) {
    return resources.stream()
        .filter(resource -> resource.logicalResourceId().equals(logicalId))
        .map(StackResourceSummary::physicalResourceId)
        .findFirst();
  }

  /** What all of that type are called. */
  Stream<String> ofType(String type) {
    return resources.stream()
        .filter(resource -> resource.resourceType().equals(type))
        .map(StackResourceSummary::physicalResourceId);
  }
}
