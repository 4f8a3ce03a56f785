/** Capabilities met while a world is numbered: the same text is the same number, in the order in which they were met. */
import { type AtomId, atomId, type Capability } from "../model/index.ts";

export interface AtomTable {
  readonly atoms: Capability[];
  readonly atomOf: Map<string, AtomId>;
  intern(capability: Capability): AtomId;
}

export function atomTable(): AtomTable {
  const atoms: Capability[] = [];
  const atomOf = new Map<string, AtomId>();
  return {
    atoms,
    atomOf,
    intern(capability) {
      const known = atomOf.get(capability.text);
      if (known !== undefined) return known;
      const made = atomId(atoms.push(capability) - 1);
      atomOf.set(capability.text, made);
      return made;
    },
  };
}
