package dev.rampline.testkit.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Evaluates an expression of CloudWatch's metric math for one period: numbers, ids, arithmetic,
 * comparisons, {@code AND}, {@code OR}, {@code IF}, {@code FILL}, {@code SUM}, and {@code METRICS}.
 * A value is missing if a part of it is; {@code FILL} replaces missing values, and {@code SUM}
 * leaves them out. Not thread-safe.
 */
final class MetricExpression {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\\d+(?:\\.\\d+)?|[A-Za-z_]\\w*|>=|<=|==|[-+*/<>(),])");

  /** The binary operators, from the loosest to the tightest. */
  private static final List<Set<String>> OPERATORS =
      List.of(
          Set.of("OR"),
          Set.of("AND"),
          Set.of(">=", "<=", "==", ">", "<"),
          Set.of("+", "-"),
          Set.of("*"));

  private final List<String> tokens;
  private final Map<String, OptionalDouble> metrics;
  private int position;

  private MetricExpression(List<String> tokens, Map<String, OptionalDouble> metrics) {
    this.tokens = tokens;
    this.metrics = metrics;
  }

  /**
   * Returns the value; empty if it is missing.
   *
   * @param metrics the value of each metric by its id; empty without data
   * @throws IllegalArgumentException if the expression is not supported
   */
  static OptionalDouble evaluate(String expression, Map<String, OptionalDouble> metrics) {
    List<String> tokens = TOKEN.matcher(expression).results().map(MetricExpression::token).toList();
    MetricExpression parser = new MetricExpression(tokens, metrics);
    List<OptionalDouble> values = parser.operation(0);
    boolean isRead = String.join("", tokens).equals(expression.replaceAll("\\s", ""));
    if (!isRead || parser.position < tokens.size() || values.size() != 1) {
      throw new IllegalArgumentException("Unsupported: " + expression);
    }
    return values.getFirst();
  }

  private static String token(MatchResult match) {
    return match.group(1);
  }

  /** Reads the operators of one level, and of all that bind more tightly. */
  private List<OptionalDouble> operation(int level) {
    if (level == OPERATORS.size()) {
      return operand();
    }
    List<OptionalDouble> left = operation(level + 1);
    while (position < tokens.size() && OPERATORS.get(level).contains(tokens.get(position))) {
      left = apply(next(), left, operation(level + 1));
    }
    return left;
  }

  private List<OptionalDouble> operand() {
    String token = next();
    if (token.equals("(")) {
      List<OptionalDouble> inner = operation(0);
      expect(")");
      return inner;
    }
    if (Character.isDigit(token.charAt(0))) {
      return List.of(OptionalDouble.of(Double.parseDouble(token)));
    }
    return accepts("(") ? call(token, arguments()) : List.of(metric(token));
  }

  private List<List<OptionalDouble>> arguments() {
    List<List<OptionalDouble>> arguments = new ArrayList<>();
    while (!accepts(")")) {
      arguments.add(operation(0));
      accepts(",");
    }
    return arguments;
  }

  private List<OptionalDouble> call(String function, List<List<OptionalDouble>> arguments) {
    return switch (function) {
      case "METRICS" -> List.copyOf(metrics.values());
      case "FILL" -> arguments.get(0).stream().map(value -> fill(value, arguments.get(1))).toList();
      case "SUM" -> List.of(total(arguments.get(0).stream()));
      case "IF" ->
          List.of(
              single(arguments.get(0)).isEmpty()
                  ? OptionalDouble.empty()
                  : single(arguments.get(single(arguments.get(0)).getAsDouble() != 0 ? 1 : 2)));
      default -> throw new IllegalArgumentException("Unsupported: " + function);
    };
  }

  private static OptionalDouble fill(OptionalDouble value, List<OptionalDouble> filler) {
    return value.isPresent() ? value : single(filler);
  }

  private static OptionalDouble total(Stream<OptionalDouble> values) {
    return values
        .flatMap(value -> value.stream().boxed())
        .mapToDouble(value -> value)
        .reduce(Double::sum);
  }

  private OptionalDouble metric(String id) {
    OptionalDouble value = metrics.get(id);
    if (value == null) {
      throw new IllegalArgumentException("No metric has the id " + id);
    }
    return value;
  }

  private static List<OptionalDouble> apply(
      String operator, List<OptionalDouble> left, List<OptionalDouble> right) {
    OptionalDouble one = single(left);
    OptionalDouble other = single(right);
    return List.of(
        one.isPresent() && other.isPresent()
            ? OptionalDouble.of(
                function(operator).applyAsDouble(one.getAsDouble(), other.getAsDouble()))
            : OptionalDouble.empty());
  }

  private static DoubleBinaryOperator function(String operator) {
    return switch (operator) {
      case "OR" -> (one, other) -> truth(one != 0 || other != 0);
      case "AND" -> (one, other) -> truth(one != 0 && other != 0);
      case ">=" -> (one, other) -> truth(one >= other);
      case "<=" -> (one, other) -> truth(one <= other);
      case "==" -> (one, other) -> truth(one == other);
      case ">" -> (one, other) -> truth(one > other);
      case "<" -> (one, other) -> truth(one < other);
      case "+" -> Double::sum;
      case "-" -> (one, other) -> one - other;
      case "*" -> (one, other) -> one * other;
      default -> throw new IllegalArgumentException("Unsupported: " + operator);
    };
  }

  private static double truth(boolean value) {
    return value ? 1 : 0;
  }

  private static OptionalDouble single(List<OptionalDouble> values) {
    if (values.size() != 1) {
      throw new IllegalArgumentException("An array where one value is expected");
    }
    return values.getFirst();
  }

  private boolean accepts(String token) {
    boolean isNext = position < tokens.size() && tokens.get(position).equals(token);
    position += isNext ? 1 : 0;
    return isNext;
  }

  private String next() {
    if (position == tokens.size()) {
      throw new IllegalArgumentException("The expression ends early");
    }
    return tokens.get(position++);
  }

  private void expect(String token) {
    if (!accepts(token)) {
      throw new IllegalArgumentException("Expected " + token);
    }
  }
}
