package dev.rampline.benchmark.cost;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** The inputs of the cost model. The file {@value #FILE} describes each. */
public record CostInputs(
    Prices prices,
    Deployment deployment,
    Assumed assumed,
    List<Event> events,
    Event duplicate,
    Event forgery,
    Confirmation confirmation,
    Usual usual,
    Gateway gateway) {
  private static final String FILE = "inputs.yaml";

  /** Prices in US dollars. */
  public record Prices(
      double httpApiMillion,
      double transferGb,
      double lambdaMillion,
      double lambdaGbSecond,
      double writeMillion,
      double readMillion,
      double tableGbMonth,
      double backupGbMonth,
      double fifoMillion,
      double standardMillion,
      double logGb,
      double logGbMonth,
      double metricMonth,
      double alarmMonth,
      double dashboardMonth,
      double traceMillion,
      double secretMonth,
      double secretCallMillion,
      double fargateVcpuHour,
      double fargateGbHour,
      double addressHour) {}

  /** What the templates configure. */
  public record Deployment(
      String architecture,
      int memoryMb,
      boolean tracing,
      boolean backup,
      boolean snapStart,
      String systemLogLevel,
      int logRetentionDays,
      int relayBatch,
      int relayWindowSeconds,
      int alarmMetrics,
      int secrets,
      int reconcileMinutes,
      int providerRate,
      double subscriberVcpu,
      double subscriberGb,
      int accessLogBytes) {}

  /** What cannot be measured without AWS. */
  public record Assumed(
      Map<String, Double> callMillis,
      double invocationMillis,
      double relayRecordCpuMillis,
      int shards,
      int consumerBatch,
      int customMetrics,
      double monthsKept,
      double logCompression,
      int logEntryOverhead,
      int itemOverhead,
      int indexEntryBytes,
      int answerBytes,
      double tracedShare,
      int lambdaLogBytes,
      int idlePolls,
      double reconcileSeconds,
      int instances) {}

  /** What the webhook function does for an event: calls, units, bytes, and CPU time. */
  public record Event(
      String name,
      List<String> calls,
      double writes,
      double indexWrites,
      int itemBytes,
      int logBytes,
      double cpuMillis) {}

  /** What the reconcile function does for an order that has completed: units and messages. */
  public record Confirmation(double reads, double writes, double indexWrites, int sends) {}

  /** What a handler does that is written the usual way. */
  public record Usual(
      List<String> calls,
      double reads,
      double writes,
      int itemBytes,
      int logBytes,
      double cpuMillis) {}

  /** The price of a hosted webhook gateway. */
  public record Gateway(double month, double million, double includedMillion) {}

  /** Reads the file. A member that is missing or unknown is an error. */
  public static CostInputs read() throws IOException {
    try (InputStream file = CostInputs.class.getResourceAsStream(FILE)) {
      return YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build()
          .readValue(file, CostInputs.class);
    }
  }
}
