// lightning/graphql: queries and mutations go to the UI API GraphQL endpoint of the org.
import { request } from '../../../request.ts';

interface Problem {
  readonly message: string;
}
interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly Problem[] | undefined;
  readonly refresh?: () => Promise<void>;
}
interface Config {
  readonly query?: string;
  readonly variables?: object;
  readonly operationName?: string;
}

/** The text of a query. */
export function gql(parts: TemplateStringsArray, ...values: readonly unknown[]): string {
  return parts.reduce((query, part, index) => query + part + (index < values.length ? String(values[index]) : ''), '');
}

/** Wire adapter: the answer of a query, again for each change of its variables; an answer that was overtaken is dropped. */
export class graphql {
  private readonly emit: (answer: Answer) => void;
  private config: Config | undefined;
  private isConnected = false;
  private latest = 0;

  constructor(emit: (answer: Answer) => void) {
    this.emit = emit;
    emit({ data: undefined, errors: undefined });
  }
  connect(): void {
    this.isConnected = true;
    void this.ask();
  }
  update(config: Config): void {
    this.config = config;
    void this.ask();
  }
  disconnect(): void {
    this.isConnected = false;
    this.latest += 1;
  }

  private async ask(): Promise<void> {
    const { config } = this;
    if (!this.isConnected || !config?.query) return;
    this.latest += 1;
    const asked = this.latest;
    const answer = await answerOf(config);
    if (asked === this.latest) this.emit({ ...answer, refresh: () => this.ask() });
  }
}

/** Runs a mutation once; like the wire adapter it answers errors, also when the org was not reached, and never throws. */
export async function executeMutation(config: Config): Promise<Pick<Answer, 'data' | 'errors'>> {
  return answerOf(config);
}

async function answerOf({ query, variables, operationName }: Config): Promise<Answer> {
  try {
    const { data, errors } = (await request('POST', '/graphql', { query, variables, operationName })) as Answer;
    return { data: data ?? undefined, errors: errors?.length ? errors : undefined };
  } catch (error) {
    return { data: undefined, errors: [{ message: error instanceof Error ? error.message : String(error) }] };
  }
}
