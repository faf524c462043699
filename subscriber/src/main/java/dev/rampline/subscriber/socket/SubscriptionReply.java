package dev.rampline.subscriber.socket;

import dev.rampline.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognizes that the server refuses a subscription. The provider documents neither an
 * acknowledgement nor an error, so the usual forms of Socket.IO servers are read.
 */
final class SubscriptionReply {
  private static final Pattern ERROR_EVENT =
      Pattern.compile(
          "error|exception|unauthorized|forbidden"
              + "|subscri[a-z]*([:_.\\-/][a-z]+)*[:_.\\-/](error|failed|refused|rejected|denied)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REFUSAL =
      Pattern.compile(
          "error|fail|refus|reject|denied|unauthori|forbidden|invalid|not.?allowed",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> ERROR_MEMBERS = Set.of("error", "errors", "err");
  private static final Set<String> SUCCESS_MEMBERS = Set.of("ok", "success", "subscribed");
  private static final Set<String> STATUS_MEMBERS = Set.of("status", "code", "statuscode");

  private SubscriptionReply() {}

  /** Returns whether an event reports an error of the subscription. */
  static boolean isError(SocketEvent event) {
    return ERROR_EVENT.matcher(event.name()).matches();
  }

  /** Returns whether an acknowledgement refuses the subscription. */
  static boolean isRefusal(List<Json> acknowledgement) {
    return acknowledgement.stream().anyMatch(SubscriptionReply::refuses);
  }

  private static boolean refuses(Json value) {
    return switch (value) {
      case Json.Bool(boolean accepted) -> !accepted;
      case Json.Text(String text) -> REFUSAL.matcher(text).find();
      case Json.Obj object ->
          object.members().entrySet().stream()
              .anyMatch(member -> refuses(member.getKey(), member.getValue()));
      case Json.Arr(List<Json> items) -> isRefusal(items);
      case Json.Num _, Json.Null _ -> false;
    };
  }

  private static boolean refuses(String name, Json value) {
    String member = name.toLowerCase(Locale.ROOT);
    if (ERROR_MEMBERS.contains(member)) {
      return isPresent(value);
    }
    if (SUCCESS_MEMBERS.contains(member)) {
      return value.equals(new Json.Bool(false));
    }
    return STATUS_MEMBERS.contains(member) && isErrorStatus(value);
  }

  private static boolean isPresent(Json value) {
    return Stream.of(new Json.Null(), new Json.Bool(false), new Json.Text(""))
        .noneMatch(value::equals);
  }

  private static boolean isErrorStatus(Json value) {
    return switch (value) {
      case Json.Text(String text) -> REFUSAL.matcher(text).find() || isErrorCode(text);
      case Json.Num(String literal) -> isErrorCode(literal);
      case Json.Bool(boolean accepted) -> !accepted;
      default -> false;
    };
  }

  private static boolean isErrorCode(String text) {
    return text.matches("[45]\\d\\d");
  }
}
