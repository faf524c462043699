// However much arrives, what shows is written once a frame.

const wanted = new Set();

function draw() {
  const due = [...wanted];
  wanted.clear();
  due.forEach((render) => render());
}

/** Has a renderer run in the next frame, once. */
export function nextFrame(render) {
  if (wanted.size === 0) {
    requestAnimationFrame(draw);
  }
  wanted.add(render);
}
