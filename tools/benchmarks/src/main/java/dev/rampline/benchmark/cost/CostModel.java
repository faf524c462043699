package dev.rampline.benchmark.cost;

import dev.rampline.benchmark.cost.CostInputs.Assumed;
import dev.rampline.benchmark.cost.CostInputs.Confirmation;
import dev.rampline.benchmark.cost.CostInputs.Deployment;
import dev.rampline.benchmark.cost.CostInputs.Event;
import dev.rampline.benchmark.cost.CostInputs.Prices;
import dev.rampline.benchmark.cost.CostInputs.Usual;
import dev.rampline.ingest.Publisher;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Computes what a million events cost, in US dollars. Events are those of orders that complete; an
 * amount is for a million of them unless its name says otherwise.
 */
public final class CostModel {
  /** The sizes of a function that the model compares, in MB. The last has a whole vCPU. */
  public static final List<Integer> MEMORY_SIZES = List.of(256, 512, 1024, 1769);

  private static final int VCPU_MB = 1769;
  private static final double MAX_SLOWDOWN = 1.5;
  private static final double MB_IN_GB = 1024;
  private static final double MILLION = 1e6;

  /** Bytes of a million items in GB, for one byte of each. */
  private static final double GB = MILLION / 1e9;

  private static final double MILLIS_PER_SECOND = 1e3;
  private static final int DAYS = 30;
  private static final int HOURS = 730;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double MINUTES_PER_MONTH = DAYS * 24 * 60;

  private final CostInputs inputs;
  private final Prices prices;
  private final Deployment deployment;
  private final Assumed assumed;

  public CostModel(CostInputs inputs) {
    this.inputs = inputs;
    this.prices = inputs.prices();
    this.deployment = inputs.deployment();
    this.assumed = inputs.assumed();
  }

  /** Returns the receiver's costs by service. */
  public Map<String, Double> receiver(double eventsPerDay) {
    Map<String, Double> costs = new LinkedHashMap<>();
    costs.put("API Gateway", gateway());
    costs.put("Lambda, webhook function", average(event -> webhook(event, deployment.memoryMb())));
    costs.put("Lambda, relay function", relay(eventsPerDay));
    costs.put("DynamoDB, writes of the table", prices.writeMillion() * average(Event::writes));
    costs.put(
        "DynamoDB, writes of the indexes", prices.writeMillion() * average(Event::indexWrites));
    costs.put("DynamoDB, storage and backup for a month", storage());
    costs.put("SQS, sends", prices.fifoMillion() * (1 + relaySends(eventsPerDay)));
    costs.put("CloudWatch, logs", average(event -> logs(event.logBytes())));
    costs.put("X-Ray", tracing(eventsPerDay));
    costs.put("Fixed: subscriber, alarms, metrics, …", fixedMonth() / millions(eventsPerDay));
    return costs;
  }

  /** Returns what a month's events cost, without fixed costs. */
  public double eventsMonth(double events) {
    double million =
        receiver(events / DAYS).values().stream().mapToDouble(Double::doubleValue).sum();
    return million * events / MILLION - fixedMonth();
  }

  /** Returns what the confirmation of a month's orders costs. */
  public double confirmationMonth(double events) {
    return confirmation(events / DAYS) * events / MILLION;
  }

  /** Returns what the confirmation of each order by the provider's API adds. */
  public double confirmation(double eventsPerDay) {
    Confirmation check = inputs.confirmation();
    double waited = MILLIS_PER_SECOND / deployment.providerRate();
    double order =
        check.reads() * prices.readMillion()
            + (check.writes() + check.indexWrites()) * prices.writeMillion()
            + check.sends() * prices.fifoMillion() * (1 + relaySends(eventsPerDay))
            + check.sends() * relay(eventsPerDay)
            + duration(waited, deployment.memoryMb());
    return order / inputs.events().size();
  }

  /** Returns what the receive and delete calls of a consumer add. */
  public double consumer() {
    return 2 * prices.fifoMillion() / assumed.consumerBatch();
  }

  /** Returns the cost of events of one kind, without fixed costs and storage. */
  public double kind(Event event) {
    boolean sends = event.calls().contains("SendMessageBatch");
    return gateway()
        + webhook(event, deployment.memoryMb())
        + (event.writes() + event.indexWrites()) * prices.writeMillion()
        + (sends ? prices.fifoMillion() : 0)
        + logs(event.logBytes());
  }

  /** Returns the cost of a handler that is written the usual way, without fixed costs. */
  public Map<String, Double> usual() {
    Usual usual = inputs.usual();
    Map<String, Double> costs = new LinkedHashMap<>();
    costs.put("API Gateway", gateway());
    costs.put(
        "Lambda, webhook function",
        invocation(usual.calls(), usual.cpuMillis(), deployment.memoryMb()));
    costs.put(
        "DynamoDB, writes of the table",
        usual.writes() * prices.writeMillion() + usual.reads() * prices.readMillion());
    costs.put(
        "DynamoDB, storage and backup for a month",
        storage(usual.itemBytes()) / inputs.events().size());
    costs.put("SQS, sends", prices.fifoMillion());
    costs.put("CloudWatch, logs", logs(usual.logBytes() + assumed.lambdaLogBytes()));
    return costs;
  }

  /** Returns the cost with a hosted webhook gateway instead. */
  public double hostedGateway(double eventsPerDay) {
    double millions = millions(eventsPerDay);
    double charged = Math.max(0, millions - inputs.gateway().includedMillion());
    return (inputs.gateway().month() + charged * inputs.gateway().million()) / millions;
  }

  /** Returns the fixed costs of a month. */
  public double fixedMonth() {
    double cloudWatch =
        assumed.customMetrics() * prices.metricMonth()
            + deployment.alarmMetrics() * prices.alarmMonth()
            + prices.dashboardMonth();
    double secrets =
        deployment.secrets() * prices.secretMonth()
            + assumed.instances() * MINUTES_PER_MONTH / MILLION * prices.secretCallMillion();
    double reconciliation =
        MINUTES_PER_MONTH
            / deployment.reconcileMinutes()
            / MILLION
            * duration(assumed.reconcileSeconds() * MILLIS_PER_SECOND, deployment.memoryMb());
    double polls =
        assumed.idlePolls() / MILLION * (prices.fifoMillion() + prices.standardMillion());
    return subscriberMonth() + cloudWatch + secrets + reconciliation + polls;
  }

  /** Returns what the subscriber's task costs in a month. */
  public double subscriberMonth() {
    return HOURS
        * (deployment.subscriberVcpu() * prices.fargateVcpuHour()
            + deployment.subscriberGb() * prices.fargateGbHour()
            + prices.addressHour());
  }

  /** Returns the billed time of an event on average, in milliseconds. */
  public double millis(int memoryMb) {
    return average(event -> millis(event.calls(), event.cpuMillis(), memoryMb));
  }

  /** Returns the price of the webhook function's time. */
  public double time(int memoryMb) {
    return duration(millis(memoryMb), memoryMb);
  }

  /**
   * Returns the cheapest size at which an event takes at most one and a half times as long as with
   * a whole vCPU.
   */
  public int bestMemory() {
    return MEMORY_SIZES.stream()
        .filter(size -> millis(size) <= MAX_SLOWDOWN * millis(VCPU_MB))
        .min(Comparator.comparingDouble(this::time))
        .orElseThrow();
  }

  private double gateway() {
    return prices.httpApiMillion() + assumed.answerBytes() * GB * prices.transferGb();
  }

  private double webhook(Event event, int memoryMb) {
    return invocation(event.calls(), event.cpuMillis(), memoryMb);
  }

  private double invocation(List<String> calls, double cpuMillis, int memoryMb) {
    return prices.lambdaMillion() + duration(millis(calls, cpuMillis, memoryMb), memoryMb);
  }

  /** Below a whole vCPU, the CPU's part of the time grows as its share shrinks. */
  private double millis(List<String> calls, double cpuMillis, int memoryMb) {
    double waits = calls.stream().mapToDouble(call -> assumed.callMillis().get(call)).sum();
    return assumed.invocationMillis()
        + waits
        + cpuMillis * Math.max(1, (double) VCPU_MB / memoryMb);
  }

  private double duration(double millis, int memoryMb) {
    return millis / MILLIS_PER_SECOND * memoryMb / MB_IN_GB * prices.lambdaGbSecond() * MILLION;
  }

  private double relay(double eventsPerDay) {
    double records = relayedRecords(eventsPerDay);
    List<String> sends =
        IntStream.range(0, sends(records)).mapToObj(any -> "SendMessageBatch").toList();
    double cpu = records * assumed.relayRecordCpuMillis();
    return invocation(sends, cpu, deployment.memoryMb()) / records;
  }

  /** Returns the relay's send calls for each event. */
  private double relaySends(double eventsPerDay) {
    double records = relayedRecords(eventsPerDay);
    return sends(records) / records;
  }

  private static int sends(double records) {
    return (int) Math.ceil(records / Publisher.MAX_BATCH);
  }

  /** Returns the records of one invocation: those that a shard collects within the window. */
  private double relayedRecords(double eventsPerDay) {
    double perSecond = eventsPerDay / SECONDS_PER_DAY / assumed.shards();
    return Math.min(deployment.relayBatch(), 1 + perSecond * deployment.relayWindowSeconds());
  }

  private double storage() {
    int item = inputs.events().getLast().itemBytes() + assumed.itemOverhead();
    return storage(item + assumed.indexEntryBytes()) / inputs.events().size();
  }

  private double storage(int bytes) {
    double backup = deployment.backup() ? prices.backupGbMonth() : 0;
    return bytes * GB * assumed.monthsKept() * (prices.tableGbMonth() + backup);
  }

  private double logs(int functionBytes) {
    int bytes = functionBytes + deployment.accessLogBytes() + 2 * assumed.logEntryOverhead();
    double months = (double) deployment.logRetentionDays() / DAYS;
    return bytes * GB * (prices.logGb() + months * assumed.logCompression() * prices.logGbMonth());
  }

  private double tracing(double eventsPerDay) {
    double traced =
        Math.min(
            eventsPerDay,
            SECONDS_PER_DAY + Math.max(0, eventsPerDay - SECONDS_PER_DAY) * assumed.tracedShare());
    return deployment.tracing() ? traced / eventsPerDay * prices.traceMillion() : 0;
  }

  private double average(ToDoubleFunction<Event> amount) {
    return inputs.events().stream().mapToDouble(amount).average().orElseThrow();
  }

  private static double millions(double eventsPerDay) {
    return eventsPerDay * DAYS / MILLION;
  }
}
