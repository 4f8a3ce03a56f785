/** Streams whose decisions were written down before they were judged: what is asked when, and which proof is not asked for. */
import { expect, test } from "vitest";
import { type JudgedRow, judgedStreams } from "../kit/judged-streams.ts";
import { type Judged, moreChains, moreLives } from "../kit/more-strangers.ts";
import { type History, linesOf, lossOf } from "../kit/strangers.ts";

/** What was asked or held of each stream; with `isApart` no two institutions call a phone alike. */
async function touchedIn(
  strangers: readonly Judged[],
  isApart = false,
): Promise<
  readonly { readonly stranger: Judged; readonly history: History; readonly touched: readonly JudgedRow[] }[]
> {
  const told = strangers.flatMap((stranger) =>
    historiesOf(stranger).map((history) => ({ stranger, history })),
  );
  const rows = await judgedStreams(
    told.map(({ stranger, history }) =>
      linesOf(stranger, history).map((line) => {
        const event = JSON.parse(line);
        const isNamed = isApart && event.device !== undefined;
        return JSON.stringify({
          ...event,
          ...(isNamed ? { device: `${event.institution} ${event.device}` } : {}),
        });
      }),
    ),
  );
  return told.map((each, i) => ({
    ...each,
    touched: rows[i]!.filter(({ decision }) => decision !== "allow"),
  }));
}

const numberOf = (event: string | undefined): number => Number(event?.slice(1) ?? Infinity);
const historiesOf = ({ only }: Judged): readonly History[] => only ?? ["rich", "thin", "none"];

test("a chain is asked about from its first act on and with its loss at the latest, for what whoever acts has not", async () => {
  const faults: string[] = [];
  for (const { stranger, history, touched } of await touchedIn(moreChains)) {
    const first = numberOf(touched.find(({ event }) => event.startsWith("e"))?.event);
    const told = `${history}: ${stranger.name}`;
    if (first > numberOf(lossOf(stranger))) faults.push(`late: ${told}`);
    if (touched.some(({ event }) => event.startsWith("h"))) faults.push(`before it: ${told}`);
    if (first < numberOf(stranger.from)) faults.push(`too early: ${told}`);
    for (const { event, stepUp } of touched)
      if (stepUp !== undefined && stranger.has?.includes(stepUp.proof) === true)
        faults.push(`${event} asks for ${stepUp.proof}: ${told}`);
  }
  expect(faults).toEqual(knownOfChains);
});

test("a life that is hard to tell from a chain is never held, and asked only where anybody would ask", async () => {
  const faults: string[] = [];
  for (const { stranger, history, touched } of await touchedIn(moreLives))
    for (const { event, decision } of touched) {
      if (decision !== "step-up") faults.push(`${event} ${decision}: ${history}: ${stranger.name}`);
      else if (stranger.mayAsk?.includes(event) !== true)
        faults.push(`${event} asked: ${history}: ${stranger.name}`);
    }
  expect(faults).toEqual(knownOfLives);
});

test("where no two institutions call a phone alike a chain is seen as well", async () => {
  const late = (await touchedIn(moreChains, true)).filter(
    ({ stranger, touched }) =>
      numberOf(touched.find(({ event }) => event.startsWith("e"))?.event) > numberOf(lossOf(stranger)),
  );
  expect(late.map(({ stranger, history }) => `late: ${history}: ${stranger.name}`)).toEqual(knownApart);
});

// Wrong: what is not seen in time, and who is asked for nothing. Issue 14.
const knownOfChains: readonly string[] = [
  "late: thin: britain: a voice sees the screen, the owner taps yes each time, and the savings leave in three parts",
  "late: thin: a text about a parcel: the card in a stranger's phone for a code, and a week later paid with in shops",
  "late: none: a text about a parcel: the card in a stranger's phone for a code, and a week later paid with in shops",
];
const knownApart: readonly string[] = [
  "late: rich: britain: a voice sees the screen, the owner taps yes each time, and the savings leave in three parts",
  "late: thin: britain: a voice sees the screen, the owner taps yes each time, and the savings leave in three parts",
  "late: thin: a text about a parcel: the card in a stranger's phone for a code, and a week later paid with in shops",
  "late: none: a text about a parcel: the card in a stranger's phone for a code, and a week later paid with in shops",
];
const knownOfLives: readonly string[] = [
  "e3 asked: rich: the bank moves its customers to another system: each one's app is made known anew with a new password",
  "e4 asked: rich: the bank moves its customers to another system: each one's app is made known anew with a new password",
  "e5 asked: rich: the bank moves its customers to another system: each one's app is made known anew with a new password",
  "e3 asked: none: the bank moves its customers to another system: each one's app is made known anew with a new password",
  "e4 asked: none: the bank moves its customers to another system: each one's app is made known anew with a new password",
  "e5 asked: none: the bank moves its customers to another system: each one's app is made known anew with a new password",
  "e2 asked: rich: a phone for the child, set up by the father: a line, an account of its own, his card behind it",
  "e1 asked: thin: a phone for the child, set up by the father: a line, an account of its own, his card behind it",
  "e1 asked: none: a phone for the child, set up by the father: a line, an account of its own, his card behind it",
  "e3 asked: none: a mother who forgot her password: the son at her table, a code by text, the heating bill",
  "e6 asked: rich: the week before the feast: presents from nine shops, one of them dear, paid on the sofa at night",
];
