package dev.rampline.simulation.provider;

/** Marker texts that show how far data has spread. */
public final class Canary {
  /** In unlisted fields: must not appear anywhere (I6). */
  public static final String UNLISTED = "canary-unlisted-7f3a";

  /** In stored fields: may appear only in ledger, stream and queue (I6). */
  public static final String LISTED = "canary-listed-51c2";

  /** In unsigned input: must not appear anywhere (I4). */
  public static final String FORGED = "canary-forged-9be4";

  private Canary() {}
}
