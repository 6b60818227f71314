// Whether the browser has a connection, as far as it knows.

/** Tells when the connection comes and goes. Gives what ends it. */
export function watchConnection(tell: (isOnline: boolean) => void): () => void {
  const online = (): void => tell(true);
  const offline = (): void => tell(false);
  window.addEventListener('online', online);
  window.addEventListener('offline', offline);
  return () => {
    window.removeEventListener('online', online);
    window.removeEventListener('offline', offline);
  };
}
