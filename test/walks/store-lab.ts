/** What the walks' page for stores can be asked; test/walks/store-page/main.ts answers. */
export interface Lab {
  caseNames(): readonly string[];
  /** One case of the contract of all stores, each store of it a worker of its own; `ok`, or what was wrong. */
  runCase(name: string): Promise<string>;
  isKept(): Promise<boolean>;
  erase(): Promise<void>;
  /** Appends a number to a record, through a vault; how many milliseconds it took. */
  append(id: string, number: number): Promise<number>;
  numbers(id: string): Promise<unknown>;
  /** What a read of a store that is open already ends with; `none` when it succeeds. */
  faultOf(id: string): Promise<string>;
  /** Holds the store's lock for so long, as a tab would that hangs in the middle of its turn. */
  holdLock(milliseconds: number): Promise<void>;
  /** Milliseconds one guess at a passphrase costs here. */
  argon2(memoryKiB: number, passes: number): Promise<number>;
  seal(text: string): Promise<Sealed>;
}

export interface Sealed {
  readonly sealed: string;
  readonly milliseconds: number;
  readonly opened: unknown;
}
