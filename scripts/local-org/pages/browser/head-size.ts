// How much of the window the head of the pages covers, for what has to stay in sight below it: `--shell-head`, a length.

/** Keeps the length right until the returned function is called. */
export function followHeadSize(head: Element): () => void {
  const observer = new ResizeObserver(() => {
    const covered = getComputedStyle(head).position === 'sticky' ? head.getBoundingClientRect().height : 0;
    document.documentElement.style.setProperty('--shell-head', `${covered}px`);
  });
  observer.observe(head);
  return () => observer.disconnect();
}
