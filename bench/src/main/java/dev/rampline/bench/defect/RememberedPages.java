package dev.rampline.bench.defect;

import dev.rampline.bench.cloud.Table;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has nobody see what became of a page while the next one was read. */
final class RememberedPages implements Sabotages.ChangedAnswer {
  private static final Pattern PAGE = Pattern.compile("(?:^|&)page=(\\d+)");

  private final Map<Integer, String> told = new HashMap<>();
  private int last;

  @Override
  public String of(URI address, String sound, Table known) {
    return address.getPath().endsWith("/orders") ? page(number(address), sound) : sound;
  }

  private String page(int number, String sound) {
    boolean again = number == last - 1;
    last = number;
    if (again) {
      return told.getOrDefault(number, sound);
    }
    told.put(number, sound);
    return sound;
  }

  private static int number(URI address) {
    Matcher matcher = PAGE.matcher(address.getQuery());
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
  }
}
