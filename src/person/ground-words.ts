/**
 * Capabilities and conditions of one person's things, as people type them: `possess(sim.main)`, `enter(alipay)`,
 * `know(alipay.payment-password)`. The name of a thing may stand without its kind where only one kind fits.
 */
import { helpWith } from "../catalog/index.ts";
import {
  type Capability,
  Complaint,
  type ComplaintPlace,
  capability,
  isThingKind,
  splitCapability,
  type ThingKind,
  type Vocabulary,
} from "../model/index.ts";
import { namesOf, type Person, type ThingId } from "./person.ts";

export interface GroundSubject {
  readonly thing: ThingId;
  readonly kind: ThingKind;
  readonly secret?: string;
}

export type GroundRead = { readonly word: Capability } | { readonly complaint: Complaint };

export function groundOf(kind: string, subjects: readonly GroundSubject[]): Capability {
  const secret = subjects.find((subject) => subject.secret !== undefined)?.secret;
  return capability({ kind, things: subjects.map(({ thing }) => thing), secret });
}

interface Context {
  readonly person: Person;
  readonly vocabulary: Vocabulary;
  readonly place: ComplaintPlace;
  /** Things that exist beside the person's own: new accounts in the person's name. */
  readonly moreThings?: ReadonlyMap<ThingId, { readonly kind: ThingKind; readonly name: string }>;
}

export function readGroundCapability(text: string, context: Context): GroundRead {
  return readGround(text, context, "capability");
}

export function readGroundCondition(text: string, context: Context): GroundRead {
  return readGround(text, context, "condition");
}

/** What is lost: a capability, or of the conditions one that is feared, by its text; another is no word here. */
export function readGroundLoss(
  text: string,
  context: Context,
  isFeared: (condition: string) => boolean,
): GroundRead {
  const found = readGround(text, context, "condition");
  return "word" in found && isFeared(found.word.text) ? found : readGround(text, context, "capability");
}

function readGround(text: string, context: Context, role: "capability" | "condition"): GroundRead {
  const { vocabulary, place } = context;
  const kinds = role === "capability" ? vocabulary.capabilities : vocabulary.conditions;
  const fail = (message: string, help: string): GroundRead => ({
    complaint: new Complaint({
      code: role === "capability" ? "question/unknown-capability" : "question/unknown-condition",
      place,
      message,
      help,
    }),
  });
  const split = splitCapability(text);
  if (split === undefined)
    return fail(`\`${text}\` is not a ${role}`, "write `kind(thing)`, for example `possess(sim.main)`");
  const kind = kinds.get(split.kind);
  if (kind === undefined)
    return fail(
      `unknown ${role} \`${split.kind}\``,
      helpWith(split.kind, kinds.keys(), "see `chainbreak explain`"),
    );
  if (kind.of.length !== split.subjects.length)
    return fail(
      `\`${split.kind}\` is said of ${kind.of.length} thing(s), not of ${split.subjects.length}`,
      `write \`${split.kind}(${kind.of.map((each) => each.join("|")).join(", ")})\``,
    );
  const subjects: GroundSubject[] = [];
  for (const [i, subjectText] of split.subjects.entries()) {
    const read = readGroundSubject(subjectText, kind.of[i] ?? [], split.kind === "know", context);
    if ("fault" in read) return fail(`${read.fault} in \`${text}\``, read.help);
    subjects.push(read);
  }
  return { word: groundOf(split.kind, subjects) };
}

/** `card.ccb-debit`, `ccb-debit`, `person`, and with a secret `ccb-debit.pin`. */
export function readGroundSubject(
  text: string,
  allowed: readonly ThingKind[],
  wantsSecret: boolean,
  context: Context,
): GroundSubject | { readonly fault: string; readonly help: string } {
  const words = text.split(".");
  const secretOf = (
    kind: ThingKind,
    rest: readonly string[],
  ): { secret?: string } | { fault: string; help: string } => {
    if (!wantsSecret) {
      if (rest.length === 0) return {};
      return { fault: `\`${rest.join(".")}\` does not belong`, help: "a secret follows only `know`" };
    }
    const secrets = context.vocabulary.secrets.get(kind) ?? new Map();
    const secret = rest[0];
    if (secret === undefined || rest.length > 1)
      return {
        fault: "it does not say what is known",
        help: helpWith(rest.join("."), secrets.keys(), "see catalog/capabilities.yaml"),
      };
    if (!secrets.has(secret))
      return {
        fault: `${withArticle(kind)} has no secret \`${secret}\``,
        help: helpWith(secret, secrets.keys(), "see catalog/capabilities.yaml"),
      };
    return { secret };
  };
  const build = (thing: ThingId, kind: ThingKind, rest: readonly string[]) => {
    if (!allowed.includes(kind))
      return { fault: `it is not said of ${withArticle(kind)}`, help: `it is said of ${allowed.join(", ")}` };
    const secret = secretOf(kind, rest);
    return "fault" in secret ? secret : { thing, kind, ...secret };
  };

  const [first = "", second = "", ...rest] = words;
  const helper = `person.${second}`;
  if (first === "person" && context.person.things.has(helper)) return build(helper, "person", rest);
  if (first === "person") return build("person", "person", words.slice(1));
  if (isThingKind(first)) {
    const id = `${first}.${second}`;
    if (context.person.things.has(id) || context.moreThings?.has(id) === true) return build(id, first, rest);
    // A thing may itself be named `card`; only when no such thing exists is the first word a kind without a match.
    if (![...context.person.things.values()].some(({ name }) => name === first)) {
      return {
        fault: `no ${first} \`${second}\``,
        help: helpWith(second, namesOf(context.person, first), `the person has no such ${first}`),
      };
    }
  }
  // What stands in both is one thing.
  const all = new Map([
    ...[...(context.moreThings ?? [])].map(([id, { kind, name }]) => [id, { id, kind, name }] as const),
    ...[...context.person.things].map(([id, { kind, name }]) => [id, { id, kind, name }] as const),
  ]);
  const candidates = [...all.values()].filter(({ name, kind }) => name === first && allowed.includes(kind));
  const fits = candidates.map(({ id, kind }) => build(id, kind, words.slice(1)));
  const good = fits.filter((fit) => !("fault" in fit));
  if (good.length === 1 && good[0] !== undefined) return good[0];
  if (good.length > 1)
    return {
      fault: `\`${first}\` may be ${candidates.map(({ id }) => `\`${id}\``).join(" or ")}`,
      help: "write its kind in front",
    };
  if (fits[0] !== undefined) return fits[0];
  const known = [...context.person.things.values()]
    .filter(({ kind }) => allowed.includes(kind))
    .flatMap(({ id, name }) => [id, name]);
  return {
    fault: `no thing \`${first}\``,
    help: helpWith(first, known, "name a thing of the person file, such as `sim.main`"),
  };
}

const withArticle = (kind: ThingKind) => (/^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`);
