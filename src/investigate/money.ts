/**
 * What was lost, and what was only moved. A loan that came in and went out again counts once; a payment that stands in two
 * files counts once; what went from one own pot into another, or was moved by the owner's side, is a preparation, unless they
 * say that somebody lied to them: then it is lost, whoever sent it.
 */
import { compareText } from "../model/index.ts";
import type { EvidenceRow, Loss } from "./answer.ts";
import type { RowRead } from "./rows.ts";
import { movedInto, type Twins } from "./twins.ts";

export interface MoneyQuestion {
  readonly rows: readonly RowRead[];
  readonly twins: Twins;
  readonly currency: string | undefined;
  readonly moment: (minute: number) => string;
  /** Ids of payments the owner's side says they made, to somebody who lied. */
  readonly deceived: ReadonlySet<number>;
}

export interface Money {
  readonly losses: readonly Loss[];
  readonly preparations: readonly Loss[];
  /** What may have been lost beside, and nobody is accused of. */
  readonly unclear: readonly Loss[];
}

export function moneyOf({ rows, twins, currency, moment, deceived }: MoneyQuestion): Money {
  const losses: Loss[] = [];
  const preparations: Loss[] = [];
  const unclear: Loss[] = [];
  const counted = new Set<number>();
  for (const { observation, actor, why } of rows) {
    const { id, kind, direction, amount, place, from } = observation;
    if (kind !== "row" || direction === "in" || direction === undefined || counted.has(id)) continue;
    const isAct = actor !== "owner" || why.code === "owners-act" || why.code === "told";
    if (!isAct || direction === "neutral") continue;
    const same = twins.of.get(id) ?? [];
    for (const twin of same) if (twin.direction === "out") counted.add(twin.id);
    const evidence: EvidenceRow[] = [place, ...same.map((twin) => twin.place)];
    const money = {
      what: why.words[0] ?? observation.counterparty,
      amount: amount ?? null,
      currency: observation.currency ?? currency ?? null,
      at: moment(from),
      evidence,
    };
    const isOwnSide = actor === "owner" || actor === "helper";
    const isLied = deceived.has(id) || same.some((twin) => deceived.has(twin.id));
    if ((isOwnSide && !isLied) || movedInto(observation, twins).length > 0) preparations.push(money);
    else if (isLied || actor === "intruder" || why.code === "said-not-theirs") losses.push(money);
    else unclear.push(money);
  }
  const byTime = (a: Loss, b: Loss) => compareText(a.at, b.at);
  return { losses: losses.toSorted(byTime), preparations: preparations.toSorted(byTime), unclear };
}
