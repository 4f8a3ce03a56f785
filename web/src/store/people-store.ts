/**
 * The people of this page and where they are kept: finds the place, opens and locks the vault, takes what other tabs
 * write. It knows no React and no place of its own; a test hands in a store of memory and is another tab.
 */
import { Complaint, type ComplaintCode } from "../../../src/model/index.ts";
import {
  type Bytes,
  backup,
  createVault,
  headerId,
  openVault,
  type PassphraseRefusal,
  passkeysOf,
  restore,
  StoreFault,
  type Vault,
  type VaultTools,
  type Way,
  type WayRefusal,
  type WayThere,
} from "../../../src/store/index.ts";
import type { Draft } from "./draft.ts";
import { Lines } from "./lines.ts";
import type { NoticedStore } from "./notices.ts";
import type { Place, Places } from "./open-store.ts";
import type { PasskeyAsked } from "./passkey.ts";
import type { KeptPerson, PeopleState, Saving } from "./people.ts";
import { isKeptPerson } from "./person-record.ts";
import type { SealedReply } from "./sealed-worker.ts";

export interface Keeping {
  readonly state: PeopleState;
  readonly saving: Saving;
  readonly people: ReadonlyMap<string, KeptPerson>;
  readonly place: Place;
  /** The server that keeps things does not answer. */
  readonly isAway: boolean;
  /** Whether a passkey may open what is locked. */
  readonly hasPasskey: boolean;
  /** Records that could not be opened; the others are there. */
  readonly complaints: readonly Complaint[];
}

/** What went wrong, for the page to say in its words. */
export type Refusal =
  | WayRefusal
  | PassphraseRefusal
  | "there-is-one"
  | "keeps-nothing"
  | "unreachable"
  | "busy"
  | "full"
  | "declined"
  | "unable"
  | ComplaintCode;

export type Done = { readonly kind: "done" } | Refused;
export type Refused = { readonly kind: "refused"; readonly why: Refusal };

/** The page's own ways to the world, handed in. */
export interface PeopleStoreParts {
  readonly findPlaces: () => Promise<Places>;
  readonly tools: VaultTools;
  readonly passkeys: {
    make(): Promise<PasskeyAsked>;
    ask(known: readonly { readonly credential: Bytes; readonly input: Bytes }[]): Promise<PasskeyAsked>;
  };
  readonly sealedFiles: {
    seal(people: readonly unknown[], passphrase: string): Promise<string>;
    open(bytes: Uint8Array, passphrase: string): Promise<SealedReply>;
  };
  /** What is typed while nothing is kept, over a reload of the tab. */
  readonly draft: Draft;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** The browser is asked to keep this under all circumstances, where it is the browser that keeps. */
  readonly persist: () => Promise<void>;
  readonly rememberServer: (isKeeping: boolean) => void;
}

const opening: Keeping = {
  state: "opening",
  saving: "kept",
  people: new Map(),
  place: "nowhere",
  isAway: false,
  hasPasskey: false,
  complaints: [],
};

/** Records read at the same time; a server answers so many without making others wait. */
const readsAtOnce = 8;

export class PeopleStore {
  readonly #parts: PeopleStoreParts;
  readonly #listeners = new Set<() => void>();
  #now = opening;
  #places: Places | undefined;
  #store: NoticedStore | undefined;
  #vault: Vault | undefined;
  #lines: Lines;
  #endNotices = () => {};

  constructor(parts: PeopleStoreParts) {
    this.#parts = parts;
    this.#lines = this.#linesOver(undefined);
  }

  get now(): Keeping {
    return this.#now;
  }

  /** What it gives ends the listening. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // --- the place ------------------------------------------------------------------------------------------------------

  /** Looks where things are kept. Again, when the server did not answer. */
  async begin(): Promise<void> {
    const places = await this.#parts.findPlaces();
    this.#places = places;
    const { place, isAway } = places;
    this.#store = undefined;
    if (!places.isKept) {
      // Who only looked before the page was loaded again looks on.
      const typed = this.#parts.draft.read();
      const isLooking = place === "nowhere" || typed.size > 0;
      this.#set({ state: isLooking ? "unkept" : "choosing", place, isAway });
      for (const [id, person] of typed) this.#lines.add(id, person);
      return;
    }
    this.#set({ state: "locked", place, isAway, hasPasskey: false });
    if (!isAway) await this.#lookForPasskeys();
  }

  /** Nothing is kept; what is typed goes with the tab. */
  lookOnly(): void {
    this.#set({ state: "unkept" });
    this.#parts.draft.write(this.#lines.people);
  }

  /** Gives the recovery code, to be shown once; the vault is entered with `enter`. What was typed before is kept too. */
  async keep(
    passphrase: string,
  ): Promise<{ readonly kind: "kept"; readonly recoveryCode: string } | Refused> {
    return this.#trying(async () => {
      const store = await this.#openStore();
      if (store === undefined) return refused("keeps-nothing");
      const created = await createVault({ store, tools: this.#parts.tools, passphrase });
      if (created.kind === "there-is-one") {
        this.#set({ state: "locked" });
        return refused("there-is-one");
      }
      if (created.kind === "refused") return refused(created.why);
      await this.#use(created.vault);
      if (this.#now.place === "browser") await this.#parts.persist();
      return { kind: "kept", recoveryCode: created.recoveryCode };
    });
  }

  // --- in and out -----------------------------------------------------------------------------------------------------

  /** By passphrase or recovery code. Opens the vault and reads everything; `enter` shows it. */
  async unlock(way: Way): Promise<Done> {
    return this.#trying(async () => {
      const store = await this.#openStore();
      if (store === undefined) return refused("keeps-nothing");
      const opened = await openVault({ store, tools: this.#parts.tools }, way);
      if (opened.kind === "refused") return refused(opened.why);
      if (opened.kind === "there-is-none") {
        this.#set({ state: "choosing" });
        return refused("keeps-nothing");
      }
      await this.#use(opened.vault);
      return done;
    });
  }

  async unlockWithPasskey(): Promise<Done> {
    return this.#trying(async () => {
      const store = await this.#openStore();
      if (store === undefined) return refused("keeps-nothing");
      const asked = await this.#parts.passkeys.ask(await passkeysOf(store));
      if (asked.kind !== "secret") return refused(asked.kind);
      const { credential, secret } = asked.passkey;
      return this.unlock({ kind: "passkey", credential, secret });
    });
  }

  /** After a recovery code: the lost passphrase is none any more. */
  async setPassphrase(next: string): Promise<Done> {
    return this.#withVault(async (vault) => {
      const changed = await vault.setPassphrase(next);
      return changed.kind === "refused" ? refused(changed.why) : done;
    });
  }

  /** Shows what the vault holds. */
  enter(): void {
    if (this.#vault === undefined) return;
    this.#set({ state: "open", people: this.#lines.people, saving: this.#lines.saving, isAway: false });
  }

  /** Not while something still stands in line to be kept: `false`, and nothing is locked. */
  async lock({ waitMilliseconds = 3000 }: { readonly waitMilliseconds?: number } = {}): Promise<boolean> {
    const settled = this.#lines.settled().then(() => true);
    const isSettled = await Promise.race([settled, this.#parts.pause(waitMilliseconds).then(() => false)]);
    if (!isSettled) return false;
    this.#leave("locked");
    await this.#lookForPasskeys();
    return true;
  }

  /** Everything that is kept here, for good. */
  async erase(): Promise<Done> {
    return this.#trying(async () => {
      const store = await this.#openStore();
      if (store === undefined) return refused("keeps-nothing");
      await store.clear();
      this.#parts.rememberServer(false);
      this.#leave("choosing");
      return done;
    });
  }

  // --- people ---------------------------------------------------------------------------------------------------------

  add(person: KeptPerson): string {
    const id = idFrom(this.#parts.tools.chance(16));
    this.#lines.add(id, person);
    return id;
  }

  update(id: string, change: (person: KeptPerson) => KeptPerson): void {
    this.#lines.update(id, change);
  }

  remove(id: string): void {
    this.#lines.remove(id);
  }

  // --- the keys -------------------------------------------------------------------------------------------------------

  async changePassphrase(current: string, next: string): Promise<Done> {
    return this.#withVault(async (vault) => {
      const changed = await vault.changePassphrase({ current, next });
      if (changed.kind === "changed") return done;
      return refused(changed.kind === "refused" ? changed.why : changed.kind);
    });
  }

  async newRecoveryCode(): Promise<{ readonly kind: "kept"; readonly recoveryCode: string } | Refused> {
    return this.#withVault(async (vault) => ({ kind: "kept", recoveryCode: await vault.newRecoveryCode() }));
  }

  async ways(): Promise<readonly WayThere[]> {
    try {
      return (await this.#vault?.ways()) ?? [];
    } catch (fault) {
      if (fault instanceof StoreFault) return [];
      throw fault;
    }
  }

  async addPasskey(): Promise<Done> {
    return this.#withVault(async (vault) => {
      const made = await this.#parts.passkeys.make();
      if (made.kind !== "secret") return refused(made.kind);
      await vault.addPasskey(made.passkey);
      return done;
    });
  }

  async removePasskey(id: string): Promise<Done> {
    return this.#withVault(async (vault) => {
      await vault.removePasskey(id);
      return done;
    });
  }

  // --- files ----------------------------------------------------------------------------------------------------------

  /** Everything as one file, sealed as it is kept. */
  async backup(): Promise<{ readonly kind: "file"; readonly bytes: Bytes } | Refused> {
    return this.#trying(async () => {
      const store = await this.#openStore();
      if (store === undefined) return refused("keeps-nothing");
      return { kind: "file", bytes: await backup(store) };
    });
  }

  /** In the place of all that is kept; shown at once. */
  async restore(bytes: Bytes, way: Way): Promise<Done> {
    return this.#trying(async () => {
      const store = await this.#openStore();
      if (store === undefined) return refused("keeps-nothing");
      const restored = await restore({ store, tools: this.#parts.tools, bytes, file: "backup", way });
      if (restored.kind === "refused") return refused(restored.why);
      if (restored.kind === "complaints")
        return refused(restored.complaints[0]?.code ?? "store/damaged-backup");
      await this.#use(restored.vault);
      this.enter();
      return done;
    });
  }

  /** The people on the screen, sealed under a passphrase of their own. */
  async sealFile(passphrase: string): Promise<string> {
    return this.#parts.sealedFiles.seal([...this.#now.people.values()], passphrase);
  }

  /** Puts the people of a sealed file beside those who are here. `left`: values in it that are no people. */
  async openSealedFile(
    bytes: Uint8Array,
    passphrase: string,
  ): Promise<{ readonly kind: "added"; readonly added: number; readonly left: number } | Refused> {
    const read = await this.#parts.sealedFiles.open(bytes, passphrase);
    if (read.kind === "refused") return refused(read.code);
    const people = read.people.filter(isKeptPerson);
    for (const person of people) this.add(person);
    return { kind: "added", added: people.length, left: read.people.length - people.length };
  }

  // --- other tabs, and the server -------------------------------------------------------------------------------------

  /** Looks what others have written meanwhile: another tab that could not say so, another browser at the same server. */
  async refresh(): Promise<void> {
    const vault = this.#vault;
    if (vault === undefined || this.#now.state !== "open") return;
    try {
      await vault.ways(); // Closed, when another vault lies there now, or none.
      const complaints = await this.#read(vault);
      const older = complaints.find(({ code }) => code === "store/older-record");
      if (older === undefined) this.#set({ complaints });
      else await this.#lookAgain(older);
    } catch (fault) {
      if (!(fault instanceof StoreFault)) throw fault;
      if (fault.code === "closed") await this.#lookAgain();
    }
  }

  // --- inside ---------------------------------------------------------------------------------------------------------

  async #openStore(): Promise<NoticedStore | undefined> {
    this.#store ??= await this.#places?.open();
    return this.#store;
  }

  /** What was typed while nothing was kept comes along. */
  async #use(vault: Vault): Promise<void> {
    const typed = this.#vault === undefined ? [...this.#lines.people] : [];
    this.#linesFrom(vault);
    this.#set({ complaints: await this.#read(vault) });
    this.#vault = vault;
    for (const [id, person] of typed) this.#lines.add(id, person);
    this.#parts.draft.write(new Map());
    this.#remember();
  }

  /** Gives the complaints of what does not open. */
  async #read(vault: Vault): Promise<readonly Complaint[]> {
    const lines = this.#lines;
    const heads = await vault.heads();
    const there = new Set(heads.map(({ id }) => id));
    const changed = heads.filter((head) => !lines.knows(head)).map(({ id }) => id);
    const ids = [...changed, ...lines.ids.filter((id) => !there.has(id))];
    const complaints: Complaint[] = [];
    for (let at = 0; at < ids.length; at += readsAtOnce)
      await Promise.all(
        ids.slice(at, at + readsAtOnce).map(async (id) => {
          try {
            await lines.look(id);
          } catch (fault) {
            if (!(fault instanceof Complaint)) throw fault;
            complaints.push(fault);
          }
        }),
      );
    return complaints;
  }

  /** A vault and the lines that belong to it; what other tabs write comes to these lines. */
  #linesFrom(vault: Vault): void {
    this.#lines.end();
    this.#endNotices();
    this.#lines = this.#linesOver(vault);
    const lines = this.#lines;
    this.#endNotices =
      this.#store?.onNotice((notice) => {
        if (notice.kind === "all") void this.#lookAgain();
        else if (notice.id === headerId) void this.refresh();
        else void lines.look(notice.id).catch(() => this.refresh());
      }) ?? (() => {});
  }

  #linesOver(vault: Vault | undefined): Lines {
    const lines: Lines = new Lines({
      vault,
      pause: this.#parts.pause,
      onComplaint: (complaint) => {
        if (this.#lines !== lines) return;
        if (complaint.code === "store/older-record") void this.#lookAgain(complaint);
        else if (!this.#now.complaints.some(({ where }) => where === complaint.where))
          this.#set({ complaints: [...this.#now.complaints, complaint] });
      },
      onChange: () => {
        const isShown = this.#lines === lines && (vault === undefined || this.#now.state === "open");
        if (isShown) this.#set({ people: lines.people, saving: lines.saving });
        if (isShown && this.#now.state === "unkept") this.#parts.draft.write(lines.people);
      },
    });
    return lines;
  }

  #leave(state: "locked" | "choosing"): void {
    this.#vault?.lock();
    this.#vault = undefined;
    this.#lines.end();
    this.#endNotices();
    this.#endNotices = () => {};
    this.#lines = this.#linesOver(undefined);
    this.#parts.draft.write(new Map());
    this.#set({ state, people: new Map(), saving: "kept", complaints: [], hasPasskey: false });
  }

  /** All that is kept was replaced or erased: what is shown here is of the past. `why` is told where it is unlocked. */
  async #lookAgain(why?: Complaint): Promise<void> {
    try {
      const isThere = (await this.#store?.read(headerId)) !== undefined;
      this.#leave(isThere ? "locked" : "choosing");
      if (why !== undefined) this.#set({ complaints: [why] });
      if (isThere) await this.#lookForPasskeys();
    } catch (fault) {
      if (!(fault instanceof StoreFault)) throw fault; // Away: what is there is looked at when it is back.
    }
  }

  async #lookForPasskeys(): Promise<void> {
    try {
      const store = await this.#openStore();
      if (store !== undefined) this.#set({ hasPasskey: (await passkeysOf(store)).length > 0 });
    } catch {
      // Damaged or away: opening it says which.
    }
  }

  #remember(): void {
    this.#parts.rememberServer(this.#now.place === "server");
  }

  async #withVault<Result>(work: (vault: Vault) => Promise<Result | Refused>): Promise<Result | Refused> {
    return this.#trying(async () =>
      this.#vault === undefined ? refused("keeps-nothing") : work(this.#vault),
    );
  }

  /** What goes wrong outside is an answer here. */
  async #trying<Result>(work: () => Promise<Result | Refused>): Promise<Result | Refused> {
    try {
      return await work();
    } catch (fault) {
      if (fault instanceof Complaint) return refused(fault.code);
      if (!(fault instanceof StoreFault)) throw fault;
      return refused(fault.code === "busy" || fault.code === "full" ? fault.code : "unreachable");
    }
  }

  #set(change: Partial<Keeping>): void {
    this.#now = { ...this.#now, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const done: Done = { kind: "done" };
const refused = (why: Refusal): Refused => ({ kind: "refused", why });

/** Fit for a record and for an address. */
const idFrom = (bytes: Bytes) => [...bytes].map((byte) => (byte & 31).toString(32)).join("");
