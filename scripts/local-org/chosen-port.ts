// The port that the local org listens on, as LOCAL_ORG_PORT says.

const DEFAULT_PORT = '4380';

/** The number in LOCAL_ORG_PORT, 4380 without it; 0 stands for any free port. Throws Error, with what to do, for what is no port. */
export function chosenPort(environment: NodeJS.ProcessEnv): number {
  const text = environment['LOCAL_ORG_PORT'] ?? DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`LOCAL_ORG_PORT is "${text}", which is no port number. Set it to a number from 1 to 65535.`);
  return port;
}
