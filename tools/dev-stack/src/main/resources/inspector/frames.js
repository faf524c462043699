// Limits rendering to once per frame.

const pending = new Set();

function draw() {
  const due = [...pending];
  pending.clear();
  due.forEach((render) => render());
}

/** Runs a renderer once in the next frame. */
export function nextFrame(render) {
  if (pending.size === 0) {
    requestAnimationFrame(draw);
  }
  pending.add(render);
}
