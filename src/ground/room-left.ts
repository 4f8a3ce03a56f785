/**
 * How much grounding may still be done. It is counted in combinations of things, before each is made, so the same
 * world is cut at the same place on any machine; what is cut is left out whole and named, never sliced.
 */

/** A person with thousands of accounts is a population; one flow never means this many things at once. */
const combinationsMax = 200_000;

export interface Room {
  /** Takes room for so many more; false when there is none, and from then on always. */
  take(combinations: number): boolean;
  readonly isFull: boolean;
}

/** Room for one flow inside that of the whole world. */
export interface WorldRoom {
  forFlow(): Room;
  /** More than the whole world may have; what was grounded so far is no world. */
  readonly isFull: boolean;
}

export function roomFor(worldMax: number): WorldRoom {
  let left = worldMax;
  return {
    get isFull() {
      return left < 0;
    },
    forFlow() {
      let own = combinationsMax;
      return {
        get isFull() {
          return own < 0 || left < 0;
        },
        take(combinations) {
          own -= combinations;
          left -= combinations;
          return own >= 0 && left >= 0;
        },
      };
    },
  };
}
