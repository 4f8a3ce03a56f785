/**
 * Every wait of the shipped catalogue is played both ways: the owner is told and answers, and it comes to nothing; the
 * owner sleeps through, and it comes to pass. Where an answer is not to be had the list below says why, and why is
 * looked up in the flow. An audit of the same beginning says the same.
 */
import { expect, test } from "vitest";
import { readYaml } from "../../src/catalog/index.ts";
import { agrees, chosenOf, flowName, type Grounded, ground, type Step } from "../../src/ground/index.ts";
import {
  type ChoiceId,
  type Flow,
  type Institution,
  physics,
  type ThingKind,
} from "../../src/model/index.ts";
import { type Person, readPerson } from "../../src/person/index.ts";
import { type Night, ownerPolicies, type Policy, prepare, simulatePrepared } from "../../src/world/index.ts";
import { answeredIn } from "../kit/answered-nights.ts";
import { readShipped } from "../kit/shipped.ts";

const { catalog } = readShipped();
const waiting = [...catalog.institutions.values()].flatMap((institution) =>
  institution.flows.flatMap((flow) => (flow.delay === undefined ? [] : [{ institution, flow }])),
);

/** Why nobody answers: no page names a flow that calls it off, or the owner is told of nothing. */
type Why = "nothing calls it off" | "nobody is told";
const notAnswered: Readonly<Record<string, Why>> = {
  "airtel/new-sim-in-shop-texts": "nothing calls it off",
  "any-messenger/wait-out-the-pin": "nothing calls it off",
  "apple/change-password-after-the-hour": "nothing calls it off",
  "binance/reset-password": "nothing calls it off",
  "cie-italy/puk-in-the-app": "nothing calls it off",
  "cimb/new-phone": "nothing calls it off",
  "cimb/reset-password": "nothing calls it off",
  "coinbase/get-back-with-id": "nothing calls it off",
  "gcash/new-phone-without-old": "nothing calls it off",
  "jio/new-sim-in-shop-texts": "nothing calls it off",
  "maybank/approvals-on-new-phone": "nothing calls it off",
  "shakepay/unlock-with-picture": "nothing calls it off",
  "sparkasse/new-number": "nothing calls it off",
  "unicredit/new-number": "nothing calls it off",
  "whatsapp/wait-out-the-pin": "nothing calls it off",
  "signal/wait-out-the-lock": "nobody is told",
};

/** Waits whose answer an audit does not promise, though somebody who is told the first time can give it. */
const notPromised: Readonly<Record<string, string>> = {
  "ee/new-sim-by-agent": "the call that stops it suspends the line the next text would come to",
  "google/change-recovery-phone": "it gives what it asks, and no more",
  "telegram/delete-account": "it gives nothing",
};

/** Somebody with one of everything, run by this institution where it runs such things, and as the flow wants them. */
function personFor(institution: Institution, flow: Flow, losses: readonly string[] = []): Person {
  const runs = (kind: ThingKind) => (institution.provides.includes(kind) ? institution.id : "nobody-read");
  const wanted = (kind: ThingKind) => {
    const all = flow.when.filter(({ subject }) => subject.kind === kind);
    const isSetting = (attribute: string) => institution.settings.get(attribute)?.of === kind;
    const said = (isMeant: (attribute: string) => boolean) =>
      Object.fromEntries(
        all.flatMap(({ attribute, values }) => (isMeant(attribute) ? [[attribute, values[0]]] : [])),
      );
    const settings = said(isSetting);
    return {
      ...said((attribute) => !isSetting(attribute)),
      ...(Object.keys(settings).length === 0 ? {} : { settings }),
    };
  };
  const devices = ["phone", "tablet"];
  const body = {
    person: { id: "somebody", region: institution.regions[0] ?? "xx" },
    lines: {
      main: { carrier: runs("line"), sim: { in: "phone", pin: "none", ...wanted("sim") }, ...wanted("line") },
    },
    devices: {
      phone: { kind: "phone", vendor: runs("device"), account: "acc", ...wanted("device") },
      tablet: { kind: "tablet", vendor: "nobody-read" },
    },
    cards: { card: { bank: runs("card"), "reserved-line": "main", balance: 100, ...wanted("card") } },
    mailboxes: { post: { account: institution.kind === "mail" ? "other" : "letters" } },
    documents: { paper: { kind: "id-card" } },
    accounts: {
      letters: { service: "nobody-read", devices },
      other: { service: "nobody-read", devices },
      acc: {
        service: runs("account"),
        line: "main",
        mailbox: "post",
        cards: ["card"],
        devices,
        trusted: devices,
        authenticator: "tablet",
        passkeys: ["tablet"],
        recovery: "other",
        balance: 100,
        ...wanted("account"),
      },
    },
    losses: losses.map((goal) => ({ goal, en: goal, zh: goal })),
  };
  const { person, complaints } = readPerson(readYaml(JSON.stringify(body), "somebody.yaml"), catalog);
  if (person === undefined) throw new Error(complaints.map(String).join("\n"));
  return person;
}

/** The institution alone, or of it these flows, with what hands do. */
function worldFor(
  institution: Institution,
  flow: Flow,
  losses?: readonly string[],
  only?: readonly string[],
): Grounded {
  const flows = institution.flows.filter(({ id }) => only === undefined || only.includes(id));
  const institutions = new Map([
    [physics, catalog.institutions.get(physics)!],
    [institution.id, { ...institution, flows, isArchetype: false }],
  ]);
  return ground({
    catalog: { ...catalog, institutions },
    person: personFor(institution, flow, losses),
    asOf: flow.basis.seen,
  });
}

const stepsOf = (world: Grounded, name: string): readonly Step[] =>
  world.steps.filter((step) => step.kind === "flow" && flowName(step) === name && agrees(step.guard, []));

/** The flow begun once, by somebody who has what it asks; anew only where an agent refused. */
function once(step: Step): Policy {
  let begun = 0;
  return {
    id: "once",
    next(view) {
      if (view.timesRefused(step.id) !== begun || view.isRunning(step.id)) return [];
      begun += 1;
      return [{ kind: "begin", step: step.id }];
    },
  };
}

const heldFor = (world: Grounded, step: Step) => step.asks.map((atom) => world.atoms[atom]!.text);

/** Half a year: the longest wait there is and more. */
const horizonMinutes = 190 * 1_440;

const nightOf = (
  world: Grounded,
  step: Step,
  owner: "nothing" | "answers",
  inForce: readonly ChoiceId[] = [],
): Night =>
  simulatePrepared(
    prepare({
      world,
      inForce,
      held: heldFor(world, step),
      intruder: once(step),
      owner: ownerPolicies.get(owner)!(),
      horizonMinutes,
      unstatedChance: 1,
    }),
    { seed: 1 },
  );

const hasHappened = ({ events }: Night, step: Step) =>
  events.some((event) => event.kind === "ends" && event.actor === "intruder" && event.step === step.id);

/** What the list must say of a flow none of whose ways was answered. */
const whyNot = ({ delay }: Flow): Why | undefined =>
  delay?.cancelledBy === undefined
    ? "nothing calls it off"
    : delay.tells.length === 0
      ? "nobody is told"
      : undefined;

test("every shipped wait comes to pass where the owner sleeps through, and to nothing where they are told and answer", () => {
  // A check that compares nothing must not pass.
  expect(waiting.length).toBeGreaterThan(40);
  const faults: string[] = [];
  for (const { institution, flow } of waiting) {
    const name = `${institution.id}/${flow.id}`;
    const world = worldFor(institution, flow);
    const steps = stepsOf(world, name);
    if (steps.length === 0) faults.push(`${name}: nobody can run it here`);
    for (const step of steps)
      if (!hasHappened(nightOf(world, step, "nothing"), step))
        faults.push(`${name}, ${heldFor(world, step).join(" ")}: slept through, it does not come to pass`);
    const stopped = steps.filter((step) => !hasHappened(nightOf(world, step, "answers"), step));
    const listed = notAnswered[name];
    if ((stopped.length === 0) !== (listed !== undefined))
      faults.push(
        `${name}: answered in ${stopped.length} of ${steps.length} ways, listed as ${listed ?? "answered"}`,
      );
    if (stopped.length === 0 && whyNot(flow) !== listed)
      faults.push(`${name}: the list says ${listed}, the flow ${whyNot(flow)}`);
  }
  expect(faults).toEqual([]);
});

test("W12 and an audit promises it of every shipped wait that is answered, but for a list", () => {
  const faults: string[] = [];
  let promised = 0;
  for (const { institution, flow } of waiting) {
    const name = `${institution.id}/${flow.id}`;
    if (notAnswered[name] !== undefined) continue;
    const only = [flow.id, flow.delay?.cancelledBy ?? ""];
    const bare = worldFor(institution, flow, undefined, only);
    const losses = stepsOf(bare, name).flatMap(({ gives }) =>
      gives.map(({ atom }) => bare.atoms[atom]!.text),
    );
    const world = worldFor(institution, flow, [...new Set(losses)], only);
    const goals = stepsOf(world, name).flatMap((step) =>
      answeredIn({
        world,
        held: heldFor(world, step),
        inForce: [],
        startsAt: undefined,
        horizonMinutes,
      }).filter(({ notices }) => notices.some((notice) => notice.flow === flow.id)),
    );
    promised += goals.length;
    if ((goals.length === 0) !== (notPromised[name] !== undefined))
      faults.push(`${name}: ${goals.length} losses promised`);
  }
  expect(faults).toEqual([]);
  expect(promised).toBeGreaterThan(20);
});

test("every wait that a measure makes or lengthens comes to pass slept through, and is answered where the flow's own wait is", () => {
  const makesWait = (id: string, institution: Institution) => {
    const measure = [...institution.measures, ...catalog.measures].find((each) => each.id === id);
    return measure?.delays !== undefined;
  };
  const made = [...catalog.institutions.values()].flatMap((institution) =>
    institution.flows.flatMap((flow) =>
      flow.measures.flatMap((id) => (makesWait(id, institution) ? [{ institution, flow, id }] : [])),
    ),
  );
  let played = 0;
  const faults: string[] = [];
  for (const { institution, flow, id } of made) {
    const name = `${institution.id}/${flow.id}, ${id}`;
    const world = worldFor(institution, flow);
    // What was over on the day it was read waits for nobody.
    if (stepsOf(world, `${institution.id}/${flow.id}`).length === 0) continue;
    played += 1;
    const choice = world.choices.find((each) => each.id === id || each.id.startsWith(`${id}(`));
    if (choice === undefined) {
      faults.push(`${name}: nobody can take it here`);
      continue;
    }
    const inForce = [choice.index];
    const isChosen = chosenOf(world, inForce);
    const steps = world.steps.filter(
      (step) =>
        step.kind === "flow" &&
        flowName(step) === `${institution.id}/${flow.id}` &&
        agrees(step.guard, isChosen) &&
        step.flow.delay !== undefined,
    );
    if (steps.length === 0) faults.push(`${name}: nothing waits`);
    const isStopped = (step: Step) => !hasHappened(nightOf(world, step, "answers", inForce), step);
    for (const step of steps)
      if (!hasHappened(nightOf(world, step, "nothing", inForce), step))
        faults.push(`${name}: slept through, it does not come to pass`);
    const isAnswered =
      waiting.some((each) => each.flow === flow) && notAnswered[`${institution.id}/${flow.id}`] === undefined;
    if (steps.some(isStopped) !== isAnswered) faults.push(`${name}: ${isAnswered ? "not " : ""}answered`);
  }
  expect(faults).toEqual([]);
  expect(played).toBeGreaterThan(40);
});
