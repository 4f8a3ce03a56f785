/**
 * Strangers' streams at the door: chains told in courts and newspapers are asked about before or with the first loss,
 * lives that look like one are never held. The likelihoods know none of them.
 */
import { expect, test } from "vitest";
import { readWholeFolder } from "../../src/catalog/index.ts";
import { wordOfFlow } from "../../src/detect/index.ts";
import { type JudgedRow, judgedStreams } from "../kit/judged-streams.ts";
import {
  chains,
  type FlowOf,
  type History,
  linesOf,
  lives,
  lossOf,
  type Stranger,
} from "../kit/strangers.ts";

const histories: readonly History[] = ["rich", "thin", "none"];

type Row = JudgedRow;

/** Each stream with its rows. */
async function judged(
  strangers: readonly Stranger[],
  of: readonly History[],
  flowOf?: FlowOf,
): Promise<
  readonly { readonly stranger: Stranger; readonly history: History; readonly rows: readonly Row[] }[]
> {
  const told = strangers.flatMap((stranger) => of.map((history) => ({ stranger, history })));
  const all = await judgedStreams(told.map(({ stranger, history }) => linesOf(stranger, history, flowOf)));
  return told.map((each, i) => ({ ...each, rows: all[i]! }));
}

const numberOf = (event: string): number => Number(event.slice(1));
const isTouched = ({ decision }: Row): boolean => decision !== "allow";

test("a stranger's chain is asked about before its first loss, or with it at the latest", async () => {
  const late: string[] = [];
  let before = 0;
  for (const { stranger, history, rows } of await judged(chains, histories)) {
    const loss = lossOf(stranger);
    const first = rows.find((row) => isTouched(row) && row.event.startsWith("e"));
    if (first === undefined || numberOf(first.event) > numberOf(loss))
      late.push(`${history}: ${stranger.name}`);
    else if (first.event !== loss) before += 1;
    // Of the life before it nothing is touched.
    expect(rows.filter((row) => isTouched(row) && row.event.startsWith("h"))).toEqual([]);
    for (const row of rows.filter(isTouched)) {
      expect(row.chain.length, stranger.name).toBeGreaterThan(0);
      expect(row.stepUp?.proof, stranger.name).not.toBe("sms");
      expect(row.stage.after, stranger.name).not.toBe(null);
      expect(row.left.length, stranger.name).toBeGreaterThan(0);
    }
  }
  expect(late).toEqual([]);
  expect(before).toBeGreaterThan(30);
});

test("institutions that name their flows are told of the same chains", async () => {
  const { catalog } = readWholeFolder({ folder: "catalog", from: "", stories: false });
  let named = 0;
  const flowOf: FlowOf = (institution, word) => {
    const flow = catalog.institutions.get(institution)?.flows.find((each) => wordOfFlow(each) === word);
    if (flow !== undefined) named += 1;
    return flow?.id;
  };
  const late: string[] = [];
  for (const { stranger, rows } of await judged(chains, ["rich"], flowOf)) {
    const first = rows.find((row) => isTouched(row) && row.event.startsWith("e"));
    if (first === undefined || numberOf(first.event) > numberOf(lossOf(stranger))) late.push(stranger.name);
  }
  expect(late).toEqual([]);
  expect(named).toBeGreaterThan(15);
});

test("a life that looks like a chain is never held, and rarely asked", async () => {
  const asked: string[] = [];
  for (const { stranger, history, rows } of await judged(lives, histories)) {
    const touched = rows.filter(isTouched);
    expect(
      touched.filter(({ decision }) => decision !== "step-up"),
      `${history}: ${stranger.name}`,
    ).toEqual([]);
    if (touched.length > 0) asked.push(`${history}: ${stranger.name}: ${touched.map(({ event }) => event)}`);
  }
  // Far more than ever, to somebody new, after another mailbox was put in or a new SIM: asked, and no more. Of somebody never
  // seen before a new SIM for a paper and a new phone are asked about by themselves.
  expect(asked).toEqual([
    "rich: a house bought: the limit raised, the solicitor added, the deposit sent next day: e4",
    "rich: after a divorce: another address, another mailbox, passwords changed, a flat paid: e5",
    "rich: a SIM made anew in the shop for a paper, a new phone beside it, and the roofer's bill the same day: e8",
    "none: a SIM made anew in the shop for a paper, a new phone beside it, and the roofer's bill the same day: e4,e8",
  ]);
});

test("a sum in money the table does not have says so, and is compared with the same money", async () => {
  const coins = chains.find(({ name }) => name.startsWith("canada"));
  if (coins === undefined) throw new Error("the stream is gone");
  const [of] = await judged([coins], ["rich"]);
  expect(of?.rows.at(-1)?.said).toContain("unknown-currency");
});

test("the order in which institutions report within the hour does not hide a chain", async () => {
  const long = chains.filter(({ rows }) => rows.length > 4);
  const losses: number[] = [];
  const streams = long.map((stranger) => {
    const lines = [...linesOf(stranger, "rich")];
    const loss = lines.length - stranger.rows.length + numberOf(lossOf(stranger)) - 1;
    losses.push(loss);
    // The two acts before the loss come the other way round.
    [lines[loss - 2], lines[loss - 1]] = [lines[loss - 1]!, lines[loss - 2]!];
    return lines;
  });
  const all = await judgedStreams(streams);
  const hidden = long.filter((_, i) => !all[i]!.slice(0, losses[i]! + 1).some(isTouched));
  expect(hidden.map(({ name }) => name)).toEqual([]);
});
