/**
 * A CometBFT node and its application as a pair: started in order, stopped in order, and started again when either dies.
 * The node ends by itself when its application does, with code 0, so the pair lives and dies together.
 *
 * @module
 */
import { Child, type End, type Program } from "./child.ts";
import { remedyFor } from "./remedies.ts";

export type Role = "application" | "node";

export interface SupervisorOptions {
  readonly application: Program;
  readonly node: Program;
  /** Gets all that both say. */
  readonly sink: (role: Role, chunk: Buffer) => void;
  /** One died and both are started again; how often in a row without a block in between. */
  readonly onDeath?: (death: PairDeath) => void;
  readonly onStart?: (role: Role, pid: number) => void;
  /** The first block of each life. */
  readonly onBlock?: (height: number) => void;
  /** Waits before each try in a row; when they are used up, the supervisor gives up. */
  readonly waitsMs?: readonly number[];
}

/** One of the pair ended although nobody told it to. */
export interface PairDeath {
  readonly role: Role;
  readonly pid: number;
  readonly how: string;
  readonly lastWords: string;
  /** Until both are started again. */
  readonly restartInMs: number;
}

/** The pair does not run: the cause, then what to do. */
export class PairError extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = "PairError";
    this.remedy = remedy;
  }
}

const WAITS_MS = [100, 500, 1_000, 2_000, 4_000];
/** A pair that lived so long, or made a block, has started well. */
const SOUND_MS = 20_000;
const STOP_MS = 10_000;
/**
 * After one has died. A node whose application is gone may hang on its way out, and both survive a kill: what is waited
 * for here is missing from the recovery.
 */
const AFTER_DEATH_MS = 2_000;

const named = { application: "the application", node: "the CometBFT node" } as const;

interface Ready {
  readonly [key: string]: unknown;
}

export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #children = new Map<Role, Child>();
  #isStopping = false;
  #wake: () => void = () => {};
  #failures = 0;
  #madeBlock = false;
  #everSound = false;
  #loop: Promise<void> | undefined;
  #started: { resolve(ready: Ready): void; reject(error: unknown): void } | undefined;
  #fail: (error: PairError) => void = () => {};
  /** Rejects when the supervisor gives up; never resolves. */
  readonly gaveUp: Promise<never>;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.gaveUp = new Promise((_resolve, reject) => {
      this.#fail = reject;
    });
    this.gaveUp.catch(() => {});
  }

  /**
   * Starts both. @returns what the application said when it was ready; the node is on its way then.
   * @throws PairError where the application does not start.
   */
  start(): Promise<Ready> {
    const started = new Promise<Ready>((resolve, reject) => {
      this.#started = { resolve, reject };
    });
    this.#loop = this.#run();
    return started;
  }

  /** Pids of what runs now. */
  pids(): Partial<Record<Role, number>> {
    return Object.fromEntries([...this.#children].map(([role, child]) => [role, child.pid]));
  }

  async #run(): Promise<void> {
    while (!this.#isStopping) {
      const death = await this.#live();
      if (death === undefined || this.#isStopping) return;
      const { role, child, end } = death;
      await this.#end(AFTER_DEATH_MS);
      const sound = this.#madeBlock || end.livedMs > SOUND_MS;
      this.#everSound ||= sound;
      this.#failures = sound ? 0 : this.#failures + 1;
      const words = child.lastWords();
      // What its own configuration or data keep from starting does not start at the next try either.
      const hopeless = !this.#everSound && end.code !== undefined && end.code !== 0;
      const wait = (this.#options.waitsMs ?? WAITS_MS)[this.#failures];
      if (hopeless || wait === undefined) {
        const times = this.#failures > 1 ? `, ${this.#failures} times in a row without a block` : "";
        const said = words === "" ? "" : `\n${words}`;
        const error = new PairError(`${named[role]} ended with ${end.how}${times}${said}`, remedyFor(words));
        this.#started?.reject(error);
        this.#fail(error);
        return;
      }
      this.#options.onDeath?.({ role, pid: child.pid, how: end.how, lastWords: words, restartInMs: wait });
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  #spawn(role: Role, onMessage: (message: unknown) => void): Child {
    const child = new Child(this.#options[role], (chunk) => this.#options.sink(role, chunk), onMessage);
    this.#children.set(role, child);
    this.#options.onStart?.(role, child.pid);
    return child;
  }

  /** One life of the pair. @returns who ended it; undefined where it was told to. */
  async #live(): Promise<{ role: Role; child: Child; end: End } | undefined> {
    this.#madeBlock = false;
    let ready: (message: Ready) => void = () => {};
    const isReady = new Promise<Ready>((resolve) => {
      ready = resolve;
    });
    const application = this.#spawn("application", (message) => {
      const { block } = message as { readonly block?: unknown };
      if (typeof block === "number") {
        this.#madeBlock = true;
        this.#options.onBlock?.(block);
      } else ready(message as Ready);
    });
    const told = await Promise.race([isReady, application.ended.then(() => undefined)]);
    if (this.#isStopping) return undefined;
    if (told === undefined) {
      return { role: "application", child: application, end: await application.ended };
    }
    const node = this.#spawn("node", () => {});
    this.#started?.resolve(told);
    const first = await Promise.race([
      application.ended.then((end) => ({ role: "application" as const, child: application, end })),
      node.ended.then((end) => ({ role: "node" as const, child: node, end })),
    ]);
    return this.#isStopping ? undefined : first;
  }

  /** The node first: an application that goes before it looks like a fault. */
  async #end(graceMs = STOP_MS): Promise<void> {
    for (const role of ["node", "application"] as const) {
      await this.#children.get(role)?.stop(graceMs);
      this.#children.delete(role);
    }
  }

  /** Ends both in order; nothing is started any more. What does not end in time is killed. */
  async stop(graceMs = STOP_MS): Promise<void> {
    this.#isStopping = true;
    this.#wake();
    await this.#end(graceMs);
    this.#started?.reject(new PairError("stopped while it started", ""));
    await this.#loop;
  }

  /** For a second Ctrl-C. */
  killAll(): void {
    this.#isStopping = true;
    for (const child of this.#children.values()) child.kill();
  }
}
