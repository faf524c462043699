package dev.rampline.operations.doctor;

import dev.rampline.operations.stack.StackView;
import dev.rampline.resources.ResourceNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Checks that the alarms exist, have actions, and are not in the state ALARM. */
record AlarmStates(CloudWatchClient alarms, StackView stack) implements Check {
  private static final String TYPE = "AWS::CloudWatch::Alarm";

  @Override
  public String name() {
    return "alarms";
  }

  @Override
  public List<CheckFinding> run() {
    List<String> wanted = stack.ofType(TYPE).toList();
    FindingCollector findings = new FindingCollector();
    findings.failUnless(
        !wanted.isEmpty(),
        "The stack has no alarms.",
        "Deploy template.yaml again: docs/deploy.md.");
    List<MetricAlarm> found = found(wanted);
    Set<String> names = found.stream().map(MetricAlarm::alarmName).collect(Collectors.toSet());
    wanted.forEach(
        name ->
            findings.failUnless(
                names.contains(name),
                "%s was deleted.".formatted(name),
                "Deploy template.yaml again: docs/deploy.md."));
    found.forEach(alarm -> evaluate(alarm, findings));
    return findings.orPassed("%d alarms, none in ALARM.".formatted(found.size()));
  }

  private List<MetricAlarm> found(List<String> names) {
    return names.isEmpty()
        ? List.of()
        : alarms.describeAlarmsPaginator(wanted -> wanted.alarmNames(names)).metricAlarms().stream()
            .toList();
  }

  private void evaluate(MetricAlarm alarm, FindingCollector findings) {
    findings.warnUnless(
        Boolean.TRUE.equals(alarm.actionsEnabled()),
        "%s has no enabled action.".formatted(alarm.alarmName()),
        "Run aws cloudwatch enable-alarm-actions --alarm-names " + alarm.alarmName());
    findings.warnUnless(
        alarm.stateValue() != StateValue.ALARM,
        "%s is in ALARM.".formatted(alarm.alarmName()),
        Runbook.entry(entry(alarm.alarmName())));
  }

  /** Returns the alarm's name in an installation with the default name, as in the runbook. */
  private String entry(String alarm) {
    return ResourceNames.LOCAL.name() + alarm.substring(stack.names().name().length());
  }
}
