/** The founding night as it was told, held against the rules; and told wrongly, refused with the reason. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { raceAll } from "../../scripts/counterfactuals.ts";
import { readYaml } from "../../src/catalog/index.ts";
import { readShipped } from "../../src/cli/shipped.ts";
import { headingsZh, helpZh, isHelpKnown, isSentenceKnown, sentenceZh } from "../../src/report/index.ts";
import { type NightResult, readNight, runNight } from "../../src/testing/index.ts";

const file = "catalog/nights/chengdu-2020.yaml";
const told = readFileSync(file, "utf8");
const { catalog, others } = readShipped(process.cwd(), { stories: false });

interface Checked {
  readonly said: readonly string[];
  /** The same in Chinese, each with its way out. */
  readonly saidInChinese: readonly string[];
  readonly result: NightResult | undefined;
}

/** The only place that knows how a night is read and run; `from` and `to` mutate its text. */
function check(from = "", to = ""): Checked {
  expect(told).toContain(from);
  const read = readNight(
    readYaml(told.replace(from, to), file),
    file,
    catalog,
    (id) => others.find((each) => each.file.endsWith(`people/${id}.yaml`))?.yaml,
  );
  const result = read.night === undefined ? undefined : runNight(read.night);
  const complaints = [...read.complaints, ...(result?.complaints ?? [])];
  return {
    said: complaints.map(({ sentence }) => sentence),
    saidInChinese: complaints.map(
      ({ code, sentence, inChinese, help = "" }) =>
        `${inChinese ?? (isSentenceKnown(sentence) ? sentenceZh(sentence, headingsZh[code]) : sentence)} | ${isHelpKnown(help) ? helpZh(help) : help}`,
    ),
    result,
  };
}

test("every line was possible at its time, left what was seen, and cost what was counted", () => {
  const { said, result } = check();
  expect(said).toEqual([]);
  const lines = result?.replay.lines ?? [];
  expect(lines.length).toBeGreaterThan(60);
  expect(lines.filter(({ allowed }) => !allowed).map(({ flow }) => flow)).toEqual(["baidu/pay-with-code"]);
  expect([...(result?.replay.night.lossByGoal ?? [])].sort()).toEqual([
    ["cash-out(account.meituan)", 5000],
    ["charge(card.etc-credit)", 10000],
  ]);
  expect(lines.some(({ restsOnDiscretion }) => restsOnDiscretion)).toBe(false);
});

test("a line told earlier than the lines above it is out of order", () => {
  const { said } = check(
    '{ at: "04:57", until: "05:00", actor: "helper:husband"',
    '{ at: "03:30", until: "03:35", actor: "helper:husband"',
  );
  expect(said[0]).toBe("`03:30` comes before the lines above it");
});

test("the service password is reset before the ID number is known: refused", () => {
  const { said } = check('{ at: "21:05", until: "21:10"', '{ at: "20:58", until: "21:00"');
  expect(said).toContain(
    "`china-telecom-sichuan/reset-service-password` was not possible: the intruder does not have `know(person.id-number)` at 20:58",
  );
});

test.each([
  [
    "a time before the beginning",
    'at: "19:31", until: "19:34"',
    'at: -5, until: "19:34"',
    "`-5` lies before the beginning",
  ],
  [
    "no time at all",
    'at: "19:31", until: "19:34"',
    'at: soon, until: "19:34"',
    "`soon` is no time of the night",
  ],
  [
    "an unknown actor",
    "actor: intruder, flow: things/take-sim-out",
    "actor: thief, flow: things/take-sim-out",
    "unknown actor `thief`",
  ],
  [
    "an unknown flow",
    "flow: things/take-sim-out",
    "flow: things/take-sim",
    "no flow `things/take-sim` concerns this person",
  ],
  ["an unknown thing", "things: { sim: sim.main }", "things: { sim: sim.second }", "no thing `sim.second`"],
  [
    "a loss nobody counted",
    "amount: 5000,",
    "amount: 4000,",
    "`cash-out(account.meituan)` cost 5000, not 4000",
  ],
  [
    "a trace nobody left",
    "leaves: [sms 10001,",
    "leaves: [sms 10086,",
    "`china-telecom-sichuan/reset-service-password` did not leave `sms 10086`",
  ],
  [
    "an office that was closed",
    'at: "sat 09:00", until: "sat 09:08"',
    'at: "sat 08:40", until: "sat 08:48"',
    "it is closed at that hour",
  ],
  [
    "a step before what it needs",
    '{ at: "21:05", until: "21:10"',
    '{ at: "20:58", until: "21:00"',
    "the intruder does not have `know(person.id-number)` at 20:58",
  ],
  [
    "a thing it never concerns",
    "things: { sim: sim.main }",
    "things: { sim: card.social }",
    "`things/take-sim-out` never concerns card.social",
  ],
  [
    "over before it began",
    'at: "20:44", until: "20:50"',
    'at: "20:44", until: "20:40"',
    "it is over at `20:40`, before it begins at `20:44`",
  ],
  [
    "refused for another reason",
    "refused: receive-sms(line.main)",
    "refused: possess(sim.main)",
    "was refused for another reason",
  ],
  [
    "a line that is empty",
    'actor: intruder, expects: ["suspended(line.main)", "not receive-sms(line.main)"], note: { en: The line is dead., zh: 号码停机。 }, seen: { en: 10000 said so, zh: 10000 这样说 }',
    "actor: intruder",
    "this line does nothing and tells nothing",
  ],
])("%s", (_, from, to, expected) => {
  const { said, saidInChinese } = check(from, to);
  expect(said.join("\n")).toContain(expected);
  // Whole in Chinese, the reason too: what is left of Latin stands in a file, or is a word of one.
  for (const each of saidInChinese)
    expect(each.replace(/`[^`]*`|owner|intruder|card\.\w+/g, "")).not.toMatch(/[A-Za-z]/);
});

test("a line may only be told, seen or believed, and need not say how it is known", () => {
  const line =
    'actor: intruder, expects: ["suspended(line.main)", "not receive-sms(line.main)"], note: { en: The line is dead., zh: 号码停机。 }, seen: { en: 10000 said so, zh: 10000 这样说 }';
  for (const told of [
    "actor: intruder, note: { en: The line is dead., zh: 号码停机。 }",
    "actor: intruder, seen: { en: 10000 said so, zh: 10000 这样说 }",
    'actor: "helper:husband", believed: { en: The line is dead for good., zh: 以为这个号码从此停了。 }',
    // A call on the line is a line: what it was made with, and what was said.
    'actor: intruder, expects: ["not send-sms(line.main)"], note: { en: No call goes out., zh: 打不出去。 }',
  ])
    expect(check(line, told).said).toEqual([]);
});

test("the same seed gives the same counterfactuals", () => {
  const once = () =>
    JSON.stringify(raceAll({ runs: 3, seed: 7 }).map(({ id, owner, answer }) => [id, owner, answer]));
  expect(once()).toBe(once());
});
