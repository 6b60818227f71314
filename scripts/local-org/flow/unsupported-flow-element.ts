// A flow that the local org cannot execute faithfully is refused when it is loaded.

/** Names the file, the element and what about it is unknown, wrong or not implemented. */
export class UnsupportedFlowElement extends Error {
  readonly file: string;
  readonly element: string;

  constructor(file: string, element: string, reason: string) {
    super(`${file}: ${element} ${reason}`);
    this.name = 'UnsupportedFlowElement';
    this.file = file;
    this.element = element;
  }
}
