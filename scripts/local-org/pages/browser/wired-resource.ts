// What the wire adapters of Lightning Data Service have in common: a configuration names a resource, the resource is emitted.

interface Emission {
  readonly data?: unknown;
  readonly error?: unknown;
}

interface Reloadable {
  shows(part: string): boolean;
  load(): Promise<void>;
}

/** Live adapters, so that a change of a record reaches every component that shows it. */
const live = new Set<Reloadable>();

export abstract class WiredResource<Config> implements Reloadable {
  private readonly emit: (emission: Emission) => void;
  private config: Config | undefined;
  private path: string | undefined;

  constructor(emit: (emission: Emission) => void) {
    this.emit = emit;
    emit({ data: undefined, error: undefined });
  }

  /** The path of the resource; undefined while the configuration is not complete, and nothing is asked. */
  protected abstract pathOf(config: Config): string | undefined;
  protected abstract read(path: string): Promise<unknown>;

  connect(): void {
    live.add(this);
    void this.load();
  }
  update(config: Config): void {
    this.config = config;
    void this.load();
  }
  disconnect(): void {
    live.delete(this);
  }

  shows(part: string): boolean {
    return this.path?.includes(part) ?? false;
  }

  async load(): Promise<void> {
    const path = this.config && this.pathOf(this.config);
    this.path = path;
    if (path === undefined || !live.has(this)) return;
    try {
      const data = await this.read(path);
      if (path === this.path && live.has(this)) this.emit({ data, error: undefined });
    } catch (error) {
      if (path === this.path && live.has(this)) this.emit({ data: undefined, error });
    }
  }
}

/** Reads again what is on show and has this text in its path, such as a record id. */
export async function reload(part: string): Promise<void> {
  await Promise.all([...live].filter((resource) => resource.shows(part)).map((resource) => resource.load()));
}
