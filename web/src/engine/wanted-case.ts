/**
 * The one case a worker has open. A reader goes from one case to another faster than a catalogue is fetched, so every
 * opening and every question says which case it is about; what comes for another one is refused, never answered for it.
 *
 * Ids grow: of two openings the one with the larger id was wanted last, whichever of them arrives first.
 */

export class WantedCase<Engine> {
  #id = 0;
  #engine: Engine | undefined;

  /** From now on this one is wanted, and what was open is open no longer. Refused where a later one was begun. */
  begin(id: number): void {
    if (id < this.#id) throw new Error(`case ${id} is not wanted any more`);
    this.#id = id;
    this.#engine = undefined;
  }

  /** Refused where another one was begun meanwhile. */
  put(id: number, engine: Engine): void {
    this.#assertWanted(id);
    this.#engine = engine;
  }

  of(id: number): Engine {
    this.#assertWanted(id);
    if (this.#engine === undefined) throw new Error(`case ${id} is not open yet`);
    return this.#engine;
  }

  #assertWanted(id: number): void {
    if (id !== this.#id) throw new Error(`case ${id} is not the one that is wanted`);
  }
}
