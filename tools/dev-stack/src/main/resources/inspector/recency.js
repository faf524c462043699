// A linked list of subjects in the order of their last change. Moving a subject to the front takes
// constant time.

export class Recency {
  first = null;
  last = null;

  moveToFront(node) {
    if (this.first === node) {
      return;
    }
    this.remove(node);
    node.next = this.first;
    if (this.first) {
      this.first.previous = node;
    }
    this.first = node;
    this.last ??= node;
  }

  remove(node) {
    if (node.previous) {
      node.previous.next = node.next;
    }
    if (node.next) {
      node.next.previous = node.previous;
    }
    this.first = this.first === node ? node.next : this.first;
    this.last = this.last === node ? node.previous : this.last;
    node.previous = null;
    node.next = null;
  }

  *[Symbol.iterator]() {
    for (let node = this.first; node; node = node.next) {
      yield node;
    }
  }
}
