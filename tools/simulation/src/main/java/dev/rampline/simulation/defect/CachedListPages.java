package dev.rampline.simulation.defect;

import dev.rampline.simulation.cloud.Table;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Caches list pages, so that a reread page shows no changes. */
final class CachedListPages implements DefectInjectors.ResponseTransformer {
  private static final Pattern PAGE = Pattern.compile("(?:^|&)page=(\\d+)");

  private final Map<Integer, String> pages = new HashMap<>();
  private int last;

  @Override
  public String transform(URI address, String sound, Table known) {
    return address.getPath().endsWith("/orders") ? page(number(address), sound) : sound;
  }

  private String page(int number, String sound) {
    boolean again = number == last - 1;
    last = number;
    if (again) {
      return pages.getOrDefault(number, sound);
    }
    pages.put(number, sound);
    return sound;
  }

  private static int number(URI address) {
    Matcher matcher = PAGE.matcher(address.getQuery());
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
  }
}
