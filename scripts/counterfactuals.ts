/**
 * The founding night with one thing changed. What an institution or a setting changes is a measure of the catalogue; what
 * the owner's side does otherwise is another list of moves; a card that is not forgotten is another person file.
 */
import { readYaml } from "../src/catalog/index.ts";
import { readShipped } from "../src/cli/shipped.ts";
import { type Grounded, ground } from "../src/ground/index.ts";
import { type ChoiceId, parseMoment } from "../src/model/index.ts";
import { type Person, readPerson } from "../src/person/index.ts";
import { dayOf, plannedOwner, type Response, readIncident, respond } from "../src/respond/index.ts";
import { defencesIn, type NightResult, readNight, runNight } from "../src/testing/index.ts";
import {
  checklistMoves,
  type Defence,
  defend,
  intruderPolicies,
  type Move,
  type Night,
  type Policy,
  type RaceAnswer,
  type RaceTally,
  race,
  simulate,
  summarise,
  type Thinker,
  type View,
} from "../src/world/index.ts";

export const policies = ["nothing", "checklist", "founding", "planned"] as const;
export type OwnerName = (typeof policies)[number];

interface Counterfactual {
  readonly id: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly measures?: readonly string[];
  /** Done besides, whatever else the owner does. */
  readonly moves?: readonly Move[];
  readonly allCardsRemembered?: boolean;
}

/** Minutes are counted from 19:30. */
export const counterfactuals: readonly Counterfactual[] = [
  { id: "as-it-was", title: { en: "Nothing: as it was", zh: "没有：照当晚的样子" } },
  { id: "sim-pin", title: { en: "SIM PIN set", zh: "手机卡设了 PIN" }, measures: ["set-sim-pin(sim.main)"] },
  {
    id: "suspended-19-35",
    title: { en: "Line suspended at 19:35", zh: "19:35 就挂失" },
    moves: [{ fromMinute: 5, wants: "suspend-stolen-lines" }],
  },
  {
    id: "lift-at-counter",
    title: { en: "Lifted only at the counter", zh: "只能到营业厅解除挂失" },
    measures: ["lift-only-at-counter"],
  },
  {
    id: "lift-once",
    title: { en: "Lifted by phone once in 24 h", zh: "电话解除挂失 24 小时一次" },
    measures: ["lift-once-a-day"],
  },
  {
    id: "delay-after-move",
    title: { en: "No codes for 24 h after the SIM moved", zh: "卡换手机后 24 小时不收验证码" },
    measures: ["delay-after-sim-moved"],
  },
  {
    id: "masked",
    title: { en: "Social security app masks", zh: "社保应用遮住信息" },
    measures: ["mask-the-electronic-card"],
  },
  {
    id: "one-account",
    title: { en: "One account per identity", zh: "同一身份一个账户" },
    measures: ["one-account-per-identity"],
  },
  {
    id: "no-night-loans",
    title: { en: "No loans at night", zh: "夜间不放贷" },
    measures: ["loans-not-at-night"],
  },
  {
    id: "sms-off-21-30",
    title: { en: "SMS off at 21:30", zh: "21:30 关闭短信" },
    moves: [{ fromMinute: 120, wants: "switch-texts-off" }],
  },
  {
    id: "every-card",
    title: { en: "Every card frozen from 21:35, the forgotten too", zh: "21:35 起冻结每张卡，含遗忘的" },
    moves: [{ fromMinute: 125, wants: "block-seen-cards" }],
    allCardsRemembered: true,
  },
];

const fridayEvening = "fri 19:30";
export const startsAt = parseMoment(fridayEvening) ?? 0;
/** To noon of the next day. */
export const horizonMinutes = 990;
/** The SIM ran in another phone from 20:51; taking it out and in takes them some minutes. */
const gangStartsAt = 74;
const held = ["possess(device.phone)"];

/** The dead number rang again at 21:24. */
const noticedAt = 114;
/** What each owner does anyway, in minutes after 19:30. */
function defenceBy(name: Exclude<OwnerName, "planned">): Defence {
  if (name === "nothing") return { moves: [] };
  if (name === "checklist") return { moves: checklistMoves(noticedAt) };
  const told = defencesIn(readShipped(process.cwd(), { stories: true }).others).get(name);
  if (told === undefined) throw new Error(`no night tells what ${name} did`);
  return told;
}

/** What was known at 21:24, when the dead number rang again. */
const incident = `
incident: { at: "2020-09-04T21:24+08:00", since: "2020-09-04T19:30+08:00", region: cn, gone: [device.phone], phone: { lock: locked } }
signs: [{ at: "2020-09-04T21:24+08:00", sign: number-rings, on: line.main }]
helpers: [{ id: husband }, { id: mother }]
`;
const ringsEveryMinutes = 20;

function planFor(person: Person): Response {
  const { catalog } = readShipped(process.cwd(), { stories: false });
  const { incident: told } = readIncident(readYaml(incident, "incident.yaml"), catalog);
  if (told === undefined) throw new Error("the incident of the founding night could not be read");
  return respond({ catalog, person, isUndescribed: false, incident: told, today: dayOf(told) });
}

/** What the owner's side does besides is done as it falls due; the plan is begun at 21:24. */
function plannedIn({ world, plan }: WorldOfNight, more: readonly Move[]): Policy {
  const planned = plannedOwner({ response: plan, world, fromMinute: noticedAt, ringsEveryMinutes });
  if (more.length === 0) return planned;
  const besides = defend("planned", { moves: more });
  return {
    id: "planned",
    open: (view) => {
      const [first, then] = [opened(besides, view), opened(planned, view)];
      return {
        next: (now) => [...first.next(now), ...then.next(now)],
        save: (now) => [first.save(now), then.save(now)],
        restore(now, saved) {
          const [mine, rest] = saved as readonly [unknown, unknown];
          first.restore(now, mine);
          then.restore(now, rest);
        },
      };
    },
  };
}

const opened = (policy: Policy, view: View): Thinker =>
  "open" in policy
    ? policy.open(view)
    : { next: policy.next, save: () => undefined, restore: () => undefined };

function ownerOf(name: Exclude<OwnerName, "planned">, more: readonly Move[] = []): Policy {
  const defence = defenceBy(name);
  const moves = [...more, ...defence.moves].sort((a, b) => a.fromMinute - b.fromMinute);
  return defend(name, { ...defence, moves });
}

const gang = (): Policy => {
  const make = intruderPolicies.get("gang");
  if (make === undefined) throw new Error("there is no gang");
  return make({ startMinute: gangStartsAt });
};

interface WorldOfNight {
  readonly world: Grounded;
  /** What is advised at 21:24. */
  readonly plan: Response;
}
interface WorldsOfNight {
  readonly usual: WorldOfNight;
  readonly remembered: WorldOfNight;
}
let worlds: WorldsOfNight | undefined;

function worldsOfTheNight(): WorldsOfNight {
  if (worlds !== undefined) return worlds;
  const { catalog, others } = readShipped(process.cwd(), { stories: false });
  const file = "catalog/people/chengdu-2020-before.yaml";
  const text = readShipped(process.cwd(), { stories: false }).texts.find((each) => each.file === file)?.text;
  if (text === undefined || others.length === 0) throw new Error(`${file} is missing`);
  const worldOf = (written: string): WorldOfNight => {
    const { person, complaints } = readPerson(readYaml(written, file), catalog);
    if (person === undefined) throw new Error(complaints.map(({ message }) => message).join("\n"));
    return { world: ground({ catalog, person }), plan: planFor(person) };
  };
  worlds = {
    usual: worldOf(text),
    remembered: worldOf(text.replaceAll("seen-by-owner: false", "seen-by-owner: true")),
  };
  return worlds;
}

export interface Raced {
  readonly id: string;
  readonly owner: OwnerName;
  readonly answer: RaceAnswer;
  readonly tally: RaceTally;
}

export interface RaceAll {
  readonly runs: number;
  readonly seed: number;
  readonly said?: (line: string) => void;
}

export function raceAll({ runs, seed, said }: RaceAll): readonly Raced[] {
  const { usual, remembered } = worldsOfTheNight();
  return counterfactuals.flatMap(({ id, measures = [], moves, allCardsRemembered }) => {
    const night = allCardsRemembered === true ? remembered : usual;
    const { world } = night;
    const inForce = measures.map((measure) => choiceOf(world, measure));
    return policies.map((owner): Raced => {
      const question = {
        world,
        held,
        inForce,
        startsAt,
        horizonMinutes,
        intruder: gang(),
        owner: owner === "planned" ? plannedIn(night, moves ?? []) : ownerOf(owner, moves),
        runs,
        seed,
      };
      const tally = race(question);
      const answer = summarise(tally, question);
      said?.(`${id} · ${owner}: P(loss) ${answer.pLoss.value.toFixed(3)}, ${Math.round(answer.loss.mean)}`);
      return { id, owner, answer, tally };
    });
  });
}

/** Unknown names are our fault: the list above is ours. */
function choiceOf({ choices }: Grounded, id: string): ChoiceId {
  const found = choices.find((choice) => choice.id === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found.index;
}

/** One night of the founding owner, told. */
export function oneNight({ seed }: { readonly seed: number }): Night {
  return simulate({
    world: worldsOfTheNight().usual.world,
    held,
    startsAt,
    horizonMinutes,
    intruder: gang(),
    owner: ownerOf("founding"),
    seed,
    run: 0,
  });
}

/** The night of the catalogue, replayed. */
export function toldNight(): NightResult {
  const { catalog, others } = readShipped(process.cwd(), { stories: true });
  const told = others.find(({ kind }) => kind === "night");
  const person = others.find(({ file }) => file.endsWith("people/chengdu-2020-before.yaml"));
  if (told === undefined) throw new Error("no night is told");
  const { night, complaints } = readNight(told.yaml, told.file, catalog, () => person?.yaml);
  if (night === undefined) throw new Error(complaints.map(({ message }) => message).join("\n"));
  return runNight(night);
}
