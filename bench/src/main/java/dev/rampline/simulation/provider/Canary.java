package dev.rampline.simulation.provider;

/** Texts that betray where they have got to. */
public final class Canary {
  /** Stands in fields that nobody allows: it may appear nowhere (I6). */
  public static final String UNLISTED = "canary-unlisted-7f3a";

  /** Stands in fields that are kept: it may appear in ledger, stream and queue alone (I6). */
  public static final String LISTED = "canary-listed-51c2";

  /** Stands in what nobody signed: it may appear nowhere (I4). */
  public static final String FORGED = "canary-forged-9be4";

  private Canary() {}
}
