/** A bank's text or mail as the row that would stand in its statement, where there is none. */

import type { Grounded } from "../ground/index.ts";
import type { TraceKind } from "../model/index.ts";
import type { Thing } from "../person/index.ts";
import type { Observation } from "./observation.ts";
import { placeOf, type Row } from "./row.ts";
import { type MoneyTold, moneyTold } from "./texts-of-money.ts";
import { thingsOf } from "./things-of.ts";

/** Of a mail what stands first: below it there is much of other things. */
export function moneyInMessage(kind: TraceKind, text: string): MoneyTold | undefined {
  if (kind === "mail") return moneyTold(text.slice(0, mailBegins));
  return kind === "sms" ? moneyTold(text) : undefined;
}

const mailBegins = 160;

/** The text or mail of a bank of which no statement tells of that day, as the row that would stand in it. */
export function ofText({
  id,
  row,
  words,
  when,
  text,
  told: { amount, direction, card },
  things,
  world,
}: {
  readonly id: number;
  readonly row: Row;
  readonly words: Pick<Observation, "institutions" | "named" | "sign">;
  readonly when: Pick<Observation, "from" | "to">;
  readonly text: string;
  readonly told: MoneyTold;
  readonly things: readonly Thing[];
  readonly world: Grounded;
}): Observation {
  const file = { kind: "row", institutions: words.institutions } as const;
  const { sign, ...whom } = words;
  const way = world.catalog.signs.get(sign ?? "")?.direction;
  const isSign = sign !== undefined && (way === undefined || way === direction);
  const ofCard = card === undefined ? row : { ...row, card };
  return {
    id,
    place: placeOf(row),
    kind: "row",
    ...when,
    ...whom,
    ...(isSign ? { sign } : {}),
    things: thingsOf(ofCard, file, things),
    direction,
    amount,
    counterparty: "",
    text,
    trust: "file",
    isText: true,
  };
}
