/**
 * The people on the screen and the people that are kept, held together: a change shows at once, is kept when the vault has
 * it, and until then stands in line. When a record changes elsewhere, what still stands in line is put on top of it.
 *
 * Invariant: what is shown of a person is what is known to be kept, with every change in line applied in its order.
 */
import { Complaint } from "../../../src/model/index.ts";
import { type KeptRecord, type RecordHead, StoreFault, type Vault } from "../../../src/store/index.ts";
import type { KeptPerson, Saving } from "./people.ts";
import { isPersonRecord, type PersonRecord } from "./person-record.ts";

/** Of what is there, or is not. Asked again on top of what somebody else wrote, so it must be pure. */
type Change = (person: KeptPerson | undefined) => KeptPerson | undefined;

interface Line {
  readonly added: number;
  kept: KeptPerson | undefined;
  shown: KeptPerson | undefined;
  /** Of what was last read; a version of our own making is not known, and read once. */
  version: number | undefined;
  pending: Change[];
  /** What is on its way, and how many of `pending` it holds. Asked again as the same function after a fault. */
  sending: { readonly change: (before: unknown) => unknown; readonly count: number } | undefined;
}

export interface LinesParts {
  /** Undefined: nothing is kept, and what is shown goes with the page. */
  readonly vault: Vault | undefined;
  /** After anything that is shown has changed. */
  readonly onChange: () => void;
  /** A record that does not open, found when it was to be changed; the change stays in line. */
  readonly onComplaint: (complaint: Complaint) => void;
  /** Waits before a change is tried again; a test does not. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** A server that is started again is found soon, and one that is not costs little. */
const retryMilliseconds = [500, 1000, 2000, 5000, 10_000];

export class Lines {
  readonly #parts: LinesParts;
  readonly #lines = new Map<string, Line>();
  readonly #working = new Map<string, Promise<void>>();
  /** The last that was asked of the vault about each. */
  readonly #turns = new Map<string, Promise<unknown>>();
  #faults = 0;
  #isEnded = false;
  #people: ReadonlyMap<string, KeptPerson> | undefined;

  constructor(parts: LinesParts) {
    this.#parts = parts;
  }

  /** In the order they were added. The same map until something changes. */
  get people(): ReadonlyMap<string, KeptPerson> {
    this.#people ??= new Map(
      [...this.#lines]
        .sort(([a, { added: first }], [b, { added: second }]) => first - second || (a < b ? -1 : 1))
        .flatMap(([id, { shown }]): [string, KeptPerson][] => (shown === undefined ? [] : [[id, shown]])),
    );
    return this.#people;
  }

  get saving(): Saving {
    if (this.#parts.vault === undefined || this.#working.size === 0) return "kept";
    return this.#faults > 0 ? "failed" : "keeping";
  }

  add(id: string, person: KeptPerson): void {
    const added = 1 + Math.max(0, ...[...this.#lines.values()].map((line) => line.added));
    this.#lines.set(id, { ...noLine, added, pending: [] });
    this.#change(id, (before) => before ?? person);
  }

  update(id: string, change: (person: KeptPerson) => KeptPerson): void {
    this.#change(id, (person) => (person === undefined ? undefined : change(person)));
  }

  remove(id: string): void {
    this.#change(id, () => undefined);
  }

  /** Reads what is kept of this record now. Throws what the vault throws. */
  async look(id: string): Promise<void> {
    const { vault } = this.#parts;
    if (vault !== undefined) await this.#inTurn(id, async () => this.#learn(id, await vault.read(id)));
  }

  /** Undefined: it is gone. */
  #learn(id: string, read: KeptRecord | undefined): void {
    const line = this.#lines.get(id);
    const record = isPersonRecord(read?.value) ? read.value : undefined;
    if (line === undefined) {
      if (record === undefined) return;
      const { added, person } = record;
      this.#lines.set(id, {
        ...noLine,
        added,
        kept: person,
        shown: person,
        version: read?.version,
        pending: [],
      });
    } else {
      line.kept = record?.person;
      line.version = read?.version;
      show(line);
    }
    this.#tell();
  }

  /** Whether this is what was read last. */
  knows({ id, version }: RecordHead): boolean {
    return this.#lines.get(id)?.version === version;
  }

  get ids(): readonly string[] {
    return [...this.#lines.keys()];
  }

  /** Settles when nothing stands in line any more; for ever, when the vault does not come back. */
  async settled(): Promise<void> {
    while (this.#working.size > 0) await Promise.all(this.#working.values());
  }

  /** Nothing more is sent; what stands in line is let go. */
  end(): void {
    this.#isEnded = true;
  }

  #change(id: string, change: Change): void {
    const line = this.#lines.get(id);
    if (line === undefined) return;
    if (this.#parts.vault === undefined) {
      line.kept = change(line.kept);
      show(line);
    } else {
      line.pending.push(change);
      line.shown = change(line.shown);
      if (!this.#working.has(id)) this.#working.set(id, this.#send(this.#parts.vault, id, line));
    }
    this.#tell();
  }

  async #send(vault: Vault, id: string, line: Line): Promise<void> {
    await Promise.resolve(); // So that whoever asks sees this in `#working` first.
    for (let faults = 0; line.pending.length > 0 && !this.#isEnded; ) {
      line.sending ??= together(line.pending, line.added);
      const { change, count } = line.sending;
      try {
        await this.#inTurn(id, async () => {
          const value = await vault.update(id, change);
          line.sending = undefined;
          line.pending.splice(0, count);
          line.kept = isPersonRecord(value) ? value.person : undefined;
          line.version = undefined;
          show(line);
        });
        if (faults > 0) this.#faults -= 1;
        faults = 0;
        this.#tell();
      } catch (fault) {
        if (faults === 0) this.#faults += 1;
        this.#tell();
        if (fault instanceof Complaint) this.#parts.onComplaint(fault);
        else if (!(fault instanceof StoreFault)) throw fault;
        await this.#parts.pause(retryMilliseconds[Math.min(faults, retryMilliseconds.length - 1)] ?? 0);
        faults += 1;
      }
    }
    this.#working.delete(id);
    this.#tell();
  }

  /** One after the other, so that an answer that was long on its way is never taken for the newest. */
  async #inTurn(id: string, ask: () => Promise<void>): Promise<void> {
    const turn = (this.#turns.get(id) ?? Promise.resolve()).then(ask);
    this.#turns.set(
      id,
      turn.catch(() => {}),
    );
    return turn;
  }

  #tell(): void {
    this.#people = undefined;
    this.#parts.onChange();
  }
}

const noLine = { kept: undefined, shown: undefined, version: undefined, sending: undefined };

function show(line: Line): void {
  line.shown = line.pending.reduce((person, change) => change(person), line.kept);
}

/** All that stands in line as one change of a record. */
function together(
  pending: readonly Change[],
  added: number,
): { readonly change: (before: unknown) => unknown; readonly count: number } {
  const changes = [...pending];
  return {
    count: changes.length,
    change: (before) => {
      const record = isPersonRecord(before) ? before : undefined;
      const person = changes.reduce((each, change) => change(each), record?.person);
      if (person === undefined) return undefined;
      if (record !== undefined && person === record.person) return before;
      return { kind: "person", added: record?.added ?? added, person } satisfies PersonRecord;
    },
  };
}
