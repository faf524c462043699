package dev.rampline.json;

import java.util.LinkedHashMap;
import java.util.Map;

/** Members that nothing changes any more once they are in an object: it need not copy them. */
final class OwnedMembers extends LinkedHashMap<String, Json> {
  private static final long serialVersionUID = 1;

  OwnedMembers() {}

  OwnedMembers(Map<String, Json> members) {
    super(members);
  }
}
