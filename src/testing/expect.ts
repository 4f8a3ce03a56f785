/** Compares what a story expects with what came. Every failure says both, and why. */
import { readMeasure } from "../asking/index.ts";
import { closure } from "../graph/index.ts";
import type { Step } from "../ground/index.ts";
import { Complaint, formatDuration, parseDuration, parseHours, toWholeSeconds } from "../model/index.ts";
import { readGroundCapability, readGroundCondition, readGroundLoss } from "../person/index.ts";
import { foundCut, type HoldingPower, lockedOut, reachOf } from "../questions/index.ts";
import { activeWith, nodesOf, ownerStartOf, reachesAtom, startOf, type Way } from "../reach/index.ts";
import { sayHours } from "../report/index.ts";
import { type Asked, failureOf } from "./asked.ts";

interface Tally {
  readonly failures: string[];
  comparisons: number;
}

const asList = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;
const flowsOf = (way: Way | null) =>
  way?.steps.map(({ institution, flow }) => `${institution}/${flow}`) ?? [];
const isNamed = (flows: readonly string[], wanted: string) =>
  flows.some((flow) => flow === wanted || flow.endsWith(`/${wanted}`));
const told = (way: Way | null) =>
  way === null || way.steps.length === 0
    ? "held at the start"
    : way.steps
        .map(({ institution, flow, atMinutes }) => `${institution}/${flow} (${formatDuration(atMinutes)})`)
        .join(" → ");
const shown = (list: readonly string[]) => (list.length === 0 ? "nothing" : list.join(", "));

export function expectAll(asked: Asked): {
  readonly failures: readonly string[];
  readonly comparisons: number;
} {
  const tally: Tally = { failures: [], comparisons: 0 };
  expectReached(asked, tally);
  expectNever(asked, tally);
  expectLosses(asked, tally);
  expectNotRuledOut(asked, tally);
  expectLimits(asked, tally);
  expectAnswered(asked, tally);
  expectAlone(asked, tally);
  expectCuts(asked, tally);
  expectHolding(asked, tally);
  expectOwner(asked, tally);
  expectBack(asked, tally);
  for (const thing of asked.question["not-judged"] ?? []) {
    compare(
      tally,
      asked.answer.coverage.notJudged.includes(thing),
      `\`${thing}\` should be not judged; not judged: ${shown(asked.answer.coverage.notJudged)}`,
    );
  }
  return tally;
}

function compare(tally: Tally, isAsExpected: boolean, failure: string): void {
  tally.comparisons += 1;
  if (!isAsExpected) tally.failures.push(failure);
}

/** The one way to write a capability the story names; an unknown word is a failure of the story. */
function read(asked: Asked, text: string, tally: Tally): string | undefined {
  return wordOf(readGroundCapability(text, contextOf(asked)), tally);
}

/** The same of what can be lost: also a condition that is feared here. */
function readLoss(asked: Asked, text: string, tally: Tally): string | undefined {
  const isFeared = (condition: string) => asked.reach.world.goals.some(({ id }) => id === condition);
  return wordOf(readGroundLoss(text, contextOf(asked), isFeared), tally);
}

const contextOf = ({ reach: { world } }: Asked) => ({
  person: world.person,
  vocabulary: world.catalog.vocabulary,
  place: { file: "" },
  moreThings: world.wiring.things,
});

function wordOf(found: ReturnType<typeof readGroundCapability>, tally: Tally): string | undefined {
  if ("word" in found) return found.word.text;
  compare(tally, false, failureOf(found.complaint));
  return undefined;
}

function expectReached(asked: Asked, tally: Tally): void {
  const { reached } = asked.question;
  if (reached === undefined) return;
  const entries = Array.isArray(reached)
    ? reached.map((text) => [text, null] as const)
    : Object.entries(reached);
  for (const [text, rests] of entries) {
    const capability = readLoss(asked, text, tally);
    if (capability === undefined) continue;
    const { minutes, way, basis } = reachOf(asked, capability);
    compare(tally, minutes !== null, `\`${capability}\` should be reached; it is not`);
    if (minutes === null || rests === null) continue;
    const flows = flowsOf(way);
    for (const flow of asList(rests.by))
      compare(
        tally,
        isNamed(flows, flow),
        `\`${capability}\` should rest on \`${flow}\`; it goes ${told(way)}`,
      );
    for (const flow of asList(rests["not-by"]))
      compare(
        tally,
        !isNamed(flows, flow),
        `\`${capability}\` should not rest on \`${flow}\`; it goes ${told(way)}`,
      );
    for (const flow of asList(rests.needs))
      compare(
        tally,
        isNeeded(asked, capability, flow),
        `\`${capability}\` should need \`${flow}\`; it is reached without it`,
      );
    const notBefore = rests["not-before"] === undefined ? undefined : parseDuration(rests["not-before"]);
    const within = rests.within === undefined ? undefined : parseDuration(rests.within);
    if (notBefore !== undefined)
      compare(
        tally,
        toWholeSeconds(minutes) >= notBefore,
        `\`${capability}\` should not come before ${formatDuration(notBefore)}; it comes at ${formatDuration(minutes)} by ${told(way)}`,
      );
    if (within !== undefined)
      compare(
        tally,
        toWholeSeconds(minutes) <= within,
        `\`${capability}\` should come within ${formatDuration(within)}; it comes at ${formatDuration(minutes)} by ${told(way)}`,
      );
    if (rests.basis !== undefined)
      compare(
        tally,
        basis === rests.basis,
        `\`${capability}\` should rest on \`${rests.basis}\` at the weakest; it rests on \`${basis ?? "nothing"}\``,
      );
  }
}

/** Is it unreached once this flow is taken out of the world? A flow nobody knows is a failure by itself. */
function isNeeded({ reach, held, inForce }: Asked, capability: string, flow: string): boolean {
  const { world, rules } = reach;
  const isMeant = ({ institution, flow: { id } }: Step) => flow === id || flow === `${institution}/${id}`;
  const meant = world.steps.filter((step) => !step.isQuiet && isMeant(step));
  const atom = world.atomOf.get(capability);
  const [goal] = atom === undefined ? [] : nodesOf(reach, [atom]);
  if (meant.length === 0 || goal === undefined) return false;
  const active = activeWith(reach, inForce);
  const out = new Set(meant.map(({ id }) => id));
  // Its shadows go with it.
  for (const [rule, origin] of reach.origins.entries())
    if ("step" in origin && out.has(origin.step)) active[rule] = 0;
  return closure(rules, startOf(reach, held), active).reached[goal] === 0;
}

function expectNever(asked: Asked, tally: Tally): void {
  for (const text of asked.question.never ?? []) {
    const capability = readLoss(asked, text, tally);
    if (capability === undefined) continue;
    const { minutes, way } = reachOf(asked, capability);
    compare(
      tally,
      minutes === null,
      `\`${capability}\` should never be reached; it is, at ${formatDuration(minutes ?? 0)}: ${told(way)}`,
    );
  }
}

/** What each measure that limits something leaves of all it limits. */
function expectLimits({ question: { limits }, answer }: Asked, tally: Tally): void {
  if (limits === undefined) return;
  const found = new Map<string, number>();
  for (const { measure, amount } of answer.limits) found.set(measure, (found.get(measure) ?? 0) + amount);
  const told = (entries: Iterable<readonly [string, number]>) =>
    shown([...entries].map(([measure, amount]) => `${measure}: ${amount}`).sort());
  const [wanted, there] = [told(Object.entries(limits)), told(found)];
  compare(tally, wanted === there, `the limits should be ${wanted}; they are ${there}`);
}

/** What answering a notice stops, and what is said of the notice. */
function expectAnswered(asked: Asked, tally: Tally): void {
  const { answered: wanted } = asked.question;
  if (wanted === undefined) return;
  const { answered, answeredInPart, answering } = asked.answer;
  if (wanted === "open" || answering === "open") {
    compare(
      tally,
      wanted === answering,
      answering === "open"
        ? "what answering stops is open: more steps wait than are weighed together"
        : "what answering stops should be open; it is known",
    );
    return;
  }
  const surely = new Map(answered.map(({ goal, notices }) => [goal, notices]));
  const isAskedInPart =
    typeof wanted === "object" &&
    !Array.isArray(wanted) &&
    Object.values(wanted).some((how) => (how?.["limits-to"] ?? how?.["told-in"]) !== undefined);
  const inPart = new Map(isAskedInPart ? answeredInPart.map((each) => [each.goal, each]) : []);
  const found = new Map([...surely, ...[...inPart].map(([goal, { notices }]) => [goal, notices] as const)]);
  const entries =
    wanted === "none"
      ? []
      : Array.isArray(wanted)
        ? wanted.map((text) => [text, null] as const)
        : Object.entries(wanted);
  const goals = entries.flatMap(([text, how]) => {
    const goal = readLoss(asked, text, tally);
    return goal === undefined ? [] : [[goal, how] as const];
  });
  const told = (list: Iterable<string>) => shown([...new Set(list)].sort());
  const [those, there] = [told(goals.map(([goal]) => goal)), told(found.keys())];
  compare(tally, those === there, `what answering stops should be ${those}; it is ${there}`);
  for (const [goal, how] of goals) {
    const notices = found.get(goal);
    if (how === null || notices === undefined) continue;
    const same = (what: string, wants: readonly string[] | undefined, has: readonly string[]) => {
      if (wants !== undefined)
        compare(
          tally,
          told(wants) === told(has),
          `${what} of \`${goal}\` should be ${told(wants)}; they are ${told(has)}`,
        );
    };
    const waiting = notices.map(({ institution, flow }) => `${institution}/${flow}`);
    same("the notices", how.notices === undefined ? undefined : asList(how.notices), waiting);
    const callers = notices.map(({ institution, calledOffBy }) => `${institution}/${calledOffBy}`);
    same("what calls off those", how.by === undefined ? undefined : asList(how.by), callers);
    same(
      "what the notices are seen by",
      how.on,
      notices.flatMap(({ seenBy }) => seenBy),
    );
    const least = Math.min(...notices.map(({ withinMinutes }) => withinMinutes));
    const within = how.within === undefined ? undefined : parseDuration(how.within);
    const left = inPart.get(goal)?.limitsTo?.amount;
    if (isAskedInPart)
      compare(
        tally,
        how["limits-to"] === left,
        `answering should limit \`${goal}\` to ${how["limits-to"] ?? "nothing less"}; it is ${left ?? "nothing less"}`,
      );
    const hours = how["told-in"] === undefined ? undefined : parseHours(how["told-in"]);
    const toldIn = notices.flatMap((notice) => notice.toldIn ?? []);
    if (isAskedInPart)
      compare(
        tally,
        JSON.stringify(hours ?? []) === JSON.stringify(toldIn),
        `the notices of \`${goal}\` should come in ${how["told-in"] ?? "whichever hours"}; it is ${toldIn.length === 0 ? "whichever hours" : sayHours(toldIn, "en")}`,
      );
    if (within !== undefined)
      compare(
        tally,
        toWholeSeconds(least) === within,
        `the notices of \`${goal}\` should be answered within ${formatDuration(within)}; it is ${formatDuration(least)}`,
      );
  }
}

function expectLosses(asked: Asked, tally: Tally): void {
  const { losses } = asked.question;
  if (losses === undefined) return;
  const reachable = asked.answer.losses.filter((loss) => loss.reachable);
  const goals = reachable.map(({ goal }) => goal);
  const first = reachable.map(({ earliestMinutes }) => earliestMinutes ?? Infinity).sort((a, b) => a - b)[0];
  const why = () => reachable.map(({ goal, way }) => `${goal}: ${told(way)}`).join("; ");
  if (losses === "none") {
    compare(tally, goals.length === 0, `no loss should be reachable; reachable: ${why()}`);
    return;
  }
  if (Array.isArray(losses)) {
    const wanted = losses.flatMap((text) => readLoss(asked, text, tally) ?? []).sort();
    compare(
      tally,
      wanted.join(" ") === [...goals].sort().join(" "),
      `losses should be exactly ${shown(wanted)}; they are ${shown(goals)}`,
    );
    return;
  }
  for (const text of losses.includes ?? []) {
    const wanted = readLoss(asked, text, tally);
    if (wanted !== undefined)
      compare(tally, goals.includes(wanted), `\`${wanted}\` should be lost; lost: ${shown(goals)}`);
  }
  for (const text of losses.never ?? []) {
    const unwanted = readLoss(asked, text, tally);
    if (unwanted !== undefined)
      compare(tally, !goals.includes(unwanted), `\`${unwanted}\` should not be lost; it is: ${why()}`);
  }
  if (losses.first !== undefined) {
    const notBefore =
      losses.first["not-before"] === undefined ? 0 : (parseDuration(losses.first["not-before"]) ?? 0);
    const within =
      losses.first.within === undefined ? Infinity : (parseDuration(losses.first.within) ?? Infinity);
    compare(
      tally,
      first !== undefined && toWholeSeconds(first) >= notBefore && toWholeSeconds(first) <= within,
      `the first loss should come between ${formatDuration(notBefore)} and ${within === Infinity ? "any time" : formatDuration(within)}; it comes ${first === undefined ? "never" : `at ${formatDuration(first)}`}`,
    );
  }
  if (losses.harms !== undefined) {
    const sorted = (counts: Readonly<Record<string, number>>) =>
      shown(
        Object.entries(counts)
          .map(([harm, count]) => `${count} ${harm}`)
          .sort(),
      );
    const there = Object.fromEntries(asked.answer.harms.map(({ harm, count }) => [harm, count]));
    const [found, wanted] = [sorted(there), sorted(losses.harms)];
    compare(tally, found === wanted, `the harm should be ${wanted}; it is ${found}`);
  }
  if (losses.amount !== undefined)
    compare(
      tally,
      asked.answer.reachableAmount === losses.amount,
      `${losses.amount} should be in reach; ${asked.answer.reachableAmount} is`,
    );
}

/** The losses whose verdict rests on what nobody has read: exactly these, or some of them. */
function expectNotRuledOut(asked: Asked, tally: Tally): void {
  const wanted = asked.question["not-ruled-out"];
  if (wanted === undefined) return;
  const there = asked.answer.losses
    .filter(({ verdict }) => verdict === "not-ruled-out")
    .map(({ goal }) => goal)
    .sort();
  const named = (texts: readonly string[]) =>
    texts.flatMap((text) => readLoss(asked, text, tally) ?? []).sort();
  if (wanted === "none" || Array.isArray(wanted)) {
    const all = wanted === "none" ? [] : named(wanted);
    compare(
      tally,
      all.join(" ") === there.join(" "),
      `not ruled out should be exactly ${shown(all)}; it is ${shown(there)}`,
    );
    return;
  }
  for (const goal of named(wanted.includes ?? []))
    compare(
      tally,
      there.includes(goal),
      `\`${goal}\` should not be ruled out; not ruled out: ${shown(there)}`,
    );
  for (const goal of named(wanted.never ?? []))
    compare(tally, !there.includes(goal), `\`${goal}\` should be reached or ruled out; it is not ruled out`);
}

/** Ids as the world writes them; a measure the world does not have is a failure. */
function measureIds({ reach: { world } }: Asked, texts: readonly string[], tally: Tally): string[] {
  return texts.flatMap((text) => {
    const choice = readMeasure(world.choices, text, { file: "" });
    if (!(choice instanceof Complaint)) return [choice.id];
    compare(tally, false, failureOf(choice));
    return [];
  });
}

function expectAlone(asked: Asked, tally: Tally): void {
  const wanted = asked.question["cuts-alone"];
  if (wanted === undefined) return;
  const { alone } = asked.answer;
  if (Array.isArray(wanted)) {
    const ids = measureIds(asked, wanted, tally).sort();
    compare(
      tally,
      ids.join(" ") === [...alone].sort().join(" "),
      `alone should suffice exactly ${shown(ids)}; suffice: ${shown(alone)}`,
    );
    return;
  }
  for (const id of measureIds(asked, wanted.includes ?? [], tally))
    compare(tally, alone.includes(id), `\`${id}\` should suffice alone; suffice: ${shown(alone)}`);
  for (const id of measureIds(asked, wanted.never ?? [], tally))
    compare(tally, !alone.includes(id), `\`${id}\` should not suffice alone; it does`);
}

function expectCuts(asked: Asked, tally: Tally): void {
  const wanted = asked.question.cut;
  if (wanted === undefined) return;
  for (const side of ["person", "institution", "both"] as const) {
    const expected = wanted[side];
    if (expected === undefined) continue;
    const answer = asked.answer.cuts[side];
    const came = foundCut(answer);
    const isWhole = came?.remaining.length === 0;
    const whatCame =
      came === undefined
        ? answer.kind
        : `${shown(came.measures)} (effort ${came.effort}${isWhole ? "" : `, leaves ${shown(came.remaining)}`})`;
    if (expected === "none") {
      compare(
        tally,
        !isWhole && answer.kind !== "open",
        `no cut by ${side} should stop everything; this does: ${whatCame}`,
      );
    } else if (Array.isArray(expected)) {
      const ids = measureIds(asked, expected, tally).sort();
      compare(
        tally,
        isWhole && ids.join(" ") === [...(came?.measures ?? [])].sort().join(" "),
        `the cheapest cut by ${side} should be ${shown(ids)}; it is ${whatCame}`,
      );
    } else {
      if (expected.effort !== undefined)
        compare(
          tally,
          came?.effort === expected.effort,
          `the cheapest cut by ${side} should take effort ${expected.effort}; it is ${whatCame}`,
        );
      for (const id of measureIds(asked, expected.includes ?? [], tally))
        compare(
          tally,
          came?.measures.includes(id) === true,
          `the cheapest cut by ${side} should include \`${id}\`; it is ${whatCame}`,
        );
      for (const id of measureIds(asked, expected.never ?? [], tally))
        compare(
          tally,
          came?.measures.includes(id) !== true,
          `the cheapest cut by ${side} should not include \`${id}\`; it is ${whatCame}`,
        );
      if (expected.remaining !== undefined) {
        const left = expected.remaining.flatMap((text) => readLoss(asked, text, tally) ?? []).sort();
        compare(
          tally,
          left.join(" ") === [...(came?.remaining ?? [])].sort().join(" "),
          `the cheapest cut by ${side} should leave ${shown(left)}; it is ${whatCame}`,
        );
      }
    }
  }
}

function expectHolding(asked: Asked, tally: Tally): void {
  const {
    reach: { world },
    question,
    answer,
  } = asked;
  for (const [text, expected] of Object.entries(question.holds ?? {})) {
    const found = readGroundCondition(text, {
      person: world.person,
      vocabulary: world.catalog.vocabulary,
      place: { file: "" },
      moreThings: world.wiring.things,
    });
    if (!("word" in found)) {
      compare(tally, false, found.complaint.sentence);
      continue;
    }
    const power = answer.conditions.find(({ condition }) => condition === found.word.text);
    compare(
      tally,
      power !== undefined,
      `the owner should be able to set \`${found.word.text}\`; can set: ${shown(answer.conditions.map(({ condition }) => condition))}`,
    );
    if (power === undefined) continue;
    const lifted =
      power.liftedBy === null ? "nothing" : `${power.liftedByInstitution ?? ""}/${power.liftedBy}`;
    const by = expected["lifted-by"];
    if (by !== undefined)
      compare(
        tally,
        by === "nothing" ? power.liftedBy === null : isNamed([lifted], by),
        `\`${power.condition}\` should be lifted by ${by}; it is lifted by ${lifted}`,
      );
    const durations = [
      ["held", expected.held, power.heldMinutes],
      ["held at once", expected["held-at-once"], power.heldIfSetAtOnceMinutes],
      ["each round", expected["each-round"], power.eachRoundMinutes],
    ] as const;
    for (const [what, wantedTime, came] of durations) {
      if (wantedTime === undefined) continue;
      const minutes = wantedTime === "for-good" ? null : (parseDuration(wantedTime) ?? null);
      compare(
        tally,
        sameTime(minutes, came),
        `\`${power.condition}\` (${what}) should be ${wantedTime}; it is ${came === null ? "for good" : formatDuration(came)}${whyLifted(power)}`,
      );
    }
  }
}

const sameTime = (a: number | null, b: number | null) =>
  a === null || b === null ? a === b : toWholeSeconds(a) === toWholeSeconds(b);
const whyLifted = ({ way }: HoldingPower) => (way === null ? "" : `: ${told(way)}`);

function expectOwner(asked: Asked, tally: Tally): void {
  const { reach, held, inForce, question } = asked;
  const { world, rules } = reach;
  const keeps = question["owner-keeps"] ?? [];
  const loses = question["owner-loses"] ?? [];
  if (keeps.length + loses.length === 0) return;
  const owner = ownerStartOf(reach, held);
  const kept = reachesAtom(reach, closure(rules, owner, activeWith(reach, inForce)).reached);
  const isKept = (capability: string) => {
    const atom = world.atomOf.get(capability);
    return atom !== undefined && kept(atom);
  };
  for (const text of keeps) {
    const capability = read(asked, text, tally);
    if (capability !== undefined)
      compare(
        tally,
        isKept(capability),
        `the owner should still reach \`${capability}\`; the owner does not`,
      );
  }
  for (const text of loses) {
    const capability = read(asked, text, tally);
    if (capability !== undefined)
      compare(
        tally,
        !isKept(capability),
        `the owner should not reach \`${capability}\` any more; the owner does`,
      );
  }
}

/** Of what is held taken for lost: nothing that leaks is added to it. */
function expectBack(asked: Asked, tally: Tally): void {
  const { held, inForce, startsAt, question } = asked;
  const wanted = Object.entries(question.back ?? {});
  if (wanted.length === 0) return;
  const { keys } = lockedOut({ world: asked.lent(), held, inForce, startsAt });
  for (const [text, state] of wanted) {
    const capability = read(asked, text, tally);
    if (capability === undefined) continue;
    const found = keys.find(({ key }) => key === capability);
    compare(
      tally,
      found?.state === state,
      `\`${capability}\` should be \`${state}\` for the owner; it is ${found === undefined ? "nothing one has to get back to" : `\`${found.state}\`: ${told(found.way)}`}`,
    );
  }
}
