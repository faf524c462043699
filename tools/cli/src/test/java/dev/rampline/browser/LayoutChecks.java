package dev.rampline.browser;

import java.util.List;

/** Checks the layout of a page. */
public final class LayoutChecks {
  /**
   * Text that a box clips is allowed. An element that extends beyond the window or its pane is not.
   */
  private static final String OVERFLOWING_ELEMENTS =
      """
      () => {
        const seen = (box) => box.width > 1 && box.height > 1;
        const tell = (node, why) =>
          `${node.tagName.toLowerCase()}${node.id ? "#" + node.id : ""}.${String(node.className)} ${why}`;
        const cut = (node) => {
          for (let at = node; at && at !== document.body; at = at.parentElement) {
            const style = getComputedStyle(at);
            if (at !== node && style.overflowX !== "visible") return at.getBoundingClientRect();
          }
          return null;
        };
        const out = [];
        const width = document.documentElement.scrollWidth;
        if (width > innerWidth) out.push(`the document is ${width} of ${innerWidth} wide`);
        for (const node of document.querySelectorAll("body *:not(.sr):not(.skip)")) {
          const box = node.getBoundingClientRect();
          if (!seen(box) || node.closest("svg") || node.closest(".sr")) continue;
          const frame = cut(node);
          const right = frame ? frame.right : innerWidth;
          const scrolls = node.parentElement.closest("pre, .scrolls");
          if (box.right > right + 1 && !scrolls) out.push(tell(node, `${box.right} > ${right}`));
        }
        for (const pane of document.querySelectorAll("main > section, .scroller, .send")) {
          if (pane.clientWidth && pane.scrollWidth > pane.clientWidth + 1) {
            out.push(tell(pane, `scrolls sideways: ${pane.scrollWidth} > ${pane.clientWidth}`));
          }
        }
        return out;
      }
      """;

  private LayoutChecks() {}

  /** Returns the elements that extend beyond their container. */
  public static List<?> overflowingElements(BrowserPage visit) {
    return (List<?>) visit.page().evaluate(OVERFLOWING_ELEMENTS);
  }
}
