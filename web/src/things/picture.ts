/**
 * What hangs on what, as something to be drawn and read: phones with their numbers, what gets its codes by each number,
 * which mailbox opens which account. Many accounts are one box for each kind of service.
 */
import {
  bodyOf,
  helpersOf,
  institutionOf,
  type PersonDocument,
  splitId,
  type ThingId,
  targetsOf,
  thingsOf,
} from "./document.ts";
import type { Services } from "./questions.ts";

/** A thing, or several of one kind as one. */
export interface Box {
  readonly key: string;
  readonly kind: "line" | "device" | "card" | "account" | "mailbox" | "document";
  readonly things: readonly ThingId[];
  /** What they have in common, where there are several. */
  readonly group?: string;
}

export interface Hanging {
  readonly from: string;
  readonly to: string;
  /** Nobody said that it is so; it may be. */
  readonly isGuess: boolean;
}

export interface Picture {
  /** Cards and papers; numbers, phones and mailboxes; accounts. Whatever hangs on something hangs on the middle. */
  readonly columns: readonly (readonly Box[])[];
  readonly lines: readonly Hanging[];
}

/** More of one kind are drawn as one box for each group. */
const accountsMax = 12;
const cardsMax = 8;

export function pictureOf(document: PersonDocument, services: Services): Picture {
  const hung = new Set(hangings(document).map(({ on }) => on));
  // A helper's number stands there when something of the person's hangs on it.
  const theirs = helpersOf(document).flatMap((helper) => thingsOf(document, "line", helper));
  const lines = [...thingsOf(document, "line"), ...theirs.filter((line) => hung.has(line))];
  const inSomething = new Set(lines.flatMap((line) => phonesWith(document, line)));
  const devices = thingsOf(document, "device").filter((device) => !inSomething.has(device));
  const left = [
    ...grouped(document, "card", cardsMax, (card) => String(bodyOf(document, card)?.["kind"] ?? "debit")),
    ...boxesOf("document", thingsOf(document, "document")),
  ];
  const middle = [
    ...boxesOf("line", lines),
    ...boxesOf("device", devices),
    ...boxesOf("mailbox", thingsOf(document, "mailbox")),
  ];
  const right = grouped(
    document,
    "account",
    accountsMax,
    (account) => services.get(institutionOf(document, account) ?? "")?.kind ?? "other",
  );
  const boxes = [...left, ...middle, ...right];
  const boxOf = new Map(boxes.flatMap((box) => box.things.map((thing) => [thing, box.key] as const)));
  const found = new Map<string, Hanging>();
  const draw = (on: ThingId, thing: ThingId, isGuess: boolean) => {
    const [from, to] = [boxOf.get(on), boxOf.get(thing)];
    if (from === undefined || to === undefined || from === to) return;
    const key = `${from} ${to}`;
    const known = found.get(key);
    found.set(key, { from, to, isGuess: isGuess && known?.isGuess !== false });
  };
  for (const { on, thing, isGuess } of hangings(document)) draw(on, thing, isGuess);
  const hanging = [...found.values()];
  return {
    columns: [inReach(left, middle, hanging), middle, inReach(right, middle, hanging)],
    lines: hanging,
  };
}

/** What hangs on a number or a mailbox, one by one. */
export function hangings(
  document: PersonDocument,
): readonly { on: ThingId; thing: ThingId; isGuess: boolean }[] {
  const along = (kind: "card" | "account", relation: string, to: "line" | "mailbox", silent?: "unknown") =>
    thingsOf(document, kind).flatMap((thing) => {
      const targets = targetsOf(bodyOf(document, thing) ?? {}, relation, to) ?? silent ?? [];
      const isGuess = targets === "unknown";
      return (isGuess ? thingsOf(document, to) : targets).map((on) => ({ on, thing, isGuess }));
    });
  return [
    ...along("card", "reserved-line", "line", "unknown"),
    ...along("account", "line", "line"),
    ...along("account", "mailbox", "mailbox"),
  ];
}

/** The phones a number's SIM is in. */
export function phonesWith(document: PersonDocument, line: ThingId): readonly ThingId[] {
  const targets = targetsOf(bodyOf(document, `sim.${splitId(line).name}`) ?? {}, "in", "device");
  return targets === undefined || targets === "unknown" ? [] : targets;
}

const boxesOf = (kind: Box["kind"], things: readonly ThingId[]): readonly Box[] =>
  things.map((thing) => ({ key: thing, kind, things: [thing] }));

function grouped(
  document: PersonDocument,
  kind: "card" | "account",
  max: number,
  groupOf: (thing: ThingId) => string,
): readonly Box[] {
  const things = thingsOf(document, kind);
  if (things.length <= max) return boxesOf(kind, things);
  const groups = Map.groupBy(things, groupOf);
  return [...groups].map(([group, those]) => ({ key: `${kind}s ${group}`, kind, things: those, group }));
}

/** Boxes stand in the order of what they hang on, so that few lines cross; what hangs on nothing stands last. */
function inReach(boxes: readonly Box[], middle: readonly Box[], lines: readonly Hanging[]): readonly Box[] {
  const place = new Map(middle.map(({ key }, at) => [key, at]));
  const rank = ({ key }: Box) =>
    Math.min(
      ...lines.flatMap(({ from, to, isGuess }) =>
        to === key && !isGuess ? (place.get(from) ?? middle.length) : middle.length,
      ),
      middle.length,
    );
  const ranks = new Map(boxes.map((box) => [box.key, rank(box)]));
  return [...boxes].sort((a, b) => (ranks.get(a.key) ?? 0) - (ranks.get(b.key) ?? 0));
}

export const boxHeight = 44;
const gap = 8;

export interface Placed extends Box {
  readonly column: number;
  readonly top: number;
}

/** Where each box stands; the middle is spread along the longest column, the sides stand about its centre. */
export function placesOf({ columns }: Picture): {
  readonly boxes: readonly Placed[];
  readonly height: number;
} {
  const rows = Math.max(1, ...columns.map((column) => column.length));
  const height = rows * (boxHeight + gap) - gap;
  const boxes = columns.flatMap((column, at) => {
    const taken = column.length * (boxHeight + gap) - gap;
    return column.map((box, row) => ({
      ...box,
      column: at,
      top:
        at === 1
          ? Math.round(((row + 0.5) * height) / column.length - boxHeight / 2)
          : Math.round((height - taken) / 2) + row * (boxHeight + gap),
    }));
  });
  return { boxes, height };
}
