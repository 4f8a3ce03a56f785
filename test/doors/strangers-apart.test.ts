/**
 * Chains and turns of a life written down with what ought to be decided before any of them was judged, of somebody with
 * two months of habits, hardly known, and never seen. Owners answer what they are asked for, as an institution would send
 * it: so what is counted is whether somebody is asked again, or kept waiting, who has answered.
 */
import { expect, test } from "vitest";
import { type JudgedRow, judgedStreams } from "../kit/judged-streams.ts";
import { type History, linesOf, lossOf } from "../kit/strangers.ts";
import type { Turn } from "../kit/strangers-anew.ts";
import { chainsApart, turnsApart } from "../kit/strangers-apart.ts";

const histories: readonly History[] = ["rich", "thin", "none"];
const numberOf = (event: string | undefined): number => Number(event?.slice(1) ?? Number.POSITIVE_INFINITY);
const isTouched = ({ decision }: JudgedRow): boolean => decision !== "allow";

/** Every stranger with each history they can have. */
const told = <Stranger extends { readonly only?: readonly History[] }>(strangers: readonly Stranger[]) =>
  strangers.flatMap((stranger) => (stranger.only ?? histories).map((history) => ({ stranger, history })));

test("a chain is asked about with its loss at the latest, but for the shortest, and for what whoever acts has not", async () => {
  const all = told(chainsApart);
  const judged = await judgedStreams(all.map(({ stranger, history }) => linesOf(stranger, history)));
  const late: string[] = [];
  let before = 0;
  for (const [i, { stranger, history }] of all.entries()) {
    const touched = judged[i]!.filter(isTouched);
    const first = numberOf(touched.find(({ event }) => event.startsWith("e"))?.event);
    const loss = numberOf(lossOf(stranger));
    const name = `${history}: ${stranger.name.split(":", 1)[0]}, ${stranger.day}`;
    if (first > loss) late.push(name);
    if (first < loss) before++;
    expect(touched.filter(({ event }) => event.startsWith("h"))).toEqual([]);
    for (const { stepUp } of touched) expect(stranger.has, name).not.toContain(stepUp?.proof);
  }
  expect(late).toEqual(knownOfChains);
  expect(before).toBeGreaterThanOrEqual(15); // Of 33.
});

// Wrong: a code read out, a card in a stranger's phone, a phone steered from afar or open, and a wallet opened in the name of
// somebody nobody has seen: one act or two, and none that owners do not do. Issue 14.
const knownOfChains: readonly string[] = [
  "thin: singapore, 2024-10-25",
  "none: singapore, 2024-10-25",
  "rich: new zealand, 2023-05-10",
  "thin: new zealand, 2023-05-10",
  "rich: britain, 2022-06-18",
  "thin: britain, 2022-06-18",
  "none: britain, 2022-06-18",
  "rich: new zealand, 2023-11-14",
  "thin: new zealand, 2023-11-14",
  "none: new zealand, 2023-11-14",
  "none: japan, 2020-09-01",
];

test("a decision names the earlier act that gave what this one asked, and no other of its chain", async () => {
  const [moved] = chainsApart;
  const rows = (await judgedStreams([linesOf(moved!, "rich")]))[0]!;
  const named = Object.fromEntries(
    rows.flatMap(({ event, openedBy }) =>
      openedBy === undefined ? [] : [[event, openedBy.map((id) => id.split(" ")[1])]],
    ),
  );
  // The password anew for a text, and the line that brought the text.
  expect(named).toEqual({ e4: ["e1"] });
  expect(rows.at(-1)?.chain.length).toBeGreaterThan(3);
});

/** How often one owner is asked before they have had enough. */
const roundsMax = 4;

/** The rows that touch, the owner having answered each question they can, a minute after it. */
async function answered(turns: readonly { readonly stranger: Turn; readonly history: History }[]) {
  const lines = turns.map(({ stranger, history }) => [...linesOf(stranger, history)]);
  const asked: JudgedRow[][] = turns.map(() => []);
  for (let round = 0; round < roundsMax; round++) {
    const judged = await judgedStreams(lines);
    let isNews = false;
    for (const [i, rows] of judged.entries()) {
      asked[i] = rows.filter(isTouched);
      const next = asked[i].find(
        ({ event }) => !lines[i]!.some((line) => line.includes(`"${event}-answer"`)),
      );
      const proof = next?.stepUp?.proof ?? "";
      if (next === undefined || turns[i]!.stranger.canGive?.includes(proof) !== true) continue;
      const at = lines[i]!.findIndex((line) => JSON.parse(line).id === next.event);
      const { amount: _, payee: __, ...event } = JSON.parse(lines[i]![at]!);
      const answer = { ...event, id: `${next.event}-answer`, kind: "sign-in", proofs: [proof] };
      lines[i]!.splice(at + 1, 0, JSON.stringify(answer));
      isNews = true;
    }
    if (!isNews) break;
  }
  return asked;
}

test("a turn of a life is asked about once at most, where anybody would ask, for what its owner has, and is not held", async () => {
  const all = told(turnsApart);
  const asked = await answered(all);
  const faults: string[] = [];
  for (const [i, { stranger, history }] of all.entries()) {
    const name = `${history}: ${stranger.name.split(":", 1)[0]}`;
    if (asked[i]!.length > 1) faults.push(`asked ${asked[i]!.length} times: ${name}`);
    for (const { event, decision, stepUp } of asked[i]!) {
      if (decision !== "step-up") faults.push(`${event} ${decision}: ${name}`);
      else if (stranger.mayAsk?.includes(event) !== true) faults.push(`${event} asked: ${name}`);
      else if (stranger.canGive?.includes(stepUp?.proof ?? "") !== true)
        faults.push(`${event} asks for ${stepUp?.proof}: ${name}`);
    }
  }
  expect(faults).toEqual(knownOfTurns);
});

// Wrong: a son on his own laptop with his father's codes is held until his father taps; and who freed a card by telephone
// and showed the card when asked is asked again when it is put into their phone. Issue 14.
const knownOfTurns: readonly string[] = [
  "e4 hold: thin: a father in hospital",
  "asked 2 times: rich: home from three weeks away",
  "e5 asked: rich: home from three weeks away",
];
