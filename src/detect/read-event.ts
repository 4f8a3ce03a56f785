/**
 * One line of events to one value, with its complaints. CloudEvents 1.0 (the event under `data`) and the bare event are
 * read alike.
 *
 * What to know to trust it: an event without an id, a time, an institution or a person is not judged, and is counted.
 * Any other fault is complained of, the field is read as if it were absent, and the event is still judged: a fault in
 * a detail must not blind the judge. A word nobody knows is complained of and the event is judged by the rest of it.
 */
import { type Catalog, didYouMean, helpWith } from "../catalog/index.ts";
import { Complaint, type ComplaintCode, type ComplaintPlace, type Flow } from "../model/index.ts";
import { type DetectEvent, type Initiator, phases, states } from "./event.ts";
import { kindOfFlow, wordOfFlow } from "./kind-of-flow.ts";
import { eventKinds, proofWords } from "./kinds.ts";
import { type Mapped, type Mapping, mappedWord } from "./mapping.ts";
import { proofSaid } from "./proof-said.ts";
import { fromStandard } from "./standards.ts";

/** An event is a few hundred bytes; a line longer than this is an attack or another file. */
export const eventBytesMax = 65_536;
/** Names, words and ids are short; a longer one is a text that does not belong here. */
const textMax = 200;
/** Of things and proofs: more than any flow asks. */
const listMax = 32;

export interface EventRead {
  /** Absent: it could not be judged. */
  readonly event?: DetectEvent;
  readonly complaints: readonly Complaint[];
}

export interface ReadContext {
  readonly catalog: Catalog;
  readonly place: ComplaintPlace;
  /** How institutions' own words are read. */
  readonly mappings?: readonly Mapping[] | undefined;
}

export function readEvent(text: string, context: ReadContext): EventRead {
  const complaints: Complaint[] = [];
  const complain: Complain = (code, message, help, severity = "error") =>
    void complaints.push(new Complaint({ code, place: context.place, message, help, severity }));
  const data = parsed(text, complain);
  if (data === undefined) return { complaints };
  const read = fieldsOf(data, complain);
  const id = read.text("id");
  const time = readTime(data["time"], complain);
  const institution = read.text("institution");
  const person = read.text("person");
  for (const [name, value] of Object.entries({ id, institution, person }))
    if (value === undefined && data[name] === undefined)
      complain("shape/missing-key", `\`${name}\` is missing`, "every event says who, where and when");
  if (id === undefined || time === undefined || institution === undefined || person === undefined)
    return { complaints };
  const { mapped, ...what } = readWhat(read, institution, context, complain);
  const amount = readAmount(data["amount"], complain);
  const optional = {
    currency: readCurrency(read.text("currency"), complain),
    payee: read.text("payee") ?? read.text("wallet") ?? read.text("address"),
    device: read.text("device"),
    wallet: read.text("wallet"),
    channel: read.text("channel"),
    place: read.text("place"),
    count: readCount(data["count"], complain),
  };
  return {
    complaints,
    event: {
      id,
      ...time,
      institution,
      ...what,
      phase: read.oneOf("phase", phases) ?? "given",
      state: read.oneOf("state", states) ?? "done",
      person,
      things: readThings(data["things"], complain),
      proofs: [...new Set([...readProofs(data["proofs"], complain), ...(mapped?.proofs ?? [])])].sort(),
      ...(amount ?? {}),
      ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
      initiator: readInitiator(read.text("initiator") ?? mapped?.initiator, institution),
      known: readKnown(data["known"], complain),
    },
  };
}

type Complain = (code: ComplaintCode, message: string, help: string, severity?: "error" | "warning") => void;
type Json = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const ownFields = [
  ...["id", "time", "institution", "flow", "kind", "phase", "state", "person", "things", "proofs", "amount"],
  ...["currency", "payee", "device", "address", "wallet", "initiator", "channel", "place", "count", "known"],
];
/** What CloudEvents itself puts around an event, and `label`, by which a benchmark says what is true. */
const around = ["specversion", "type", "source", "subject", "datacontenttype", "dataschema", "data", "label"];

const utf8 = new TextEncoder();

/** In bytes, which are counted only where the letters alone leave it open: one of Chinese is three. */
const isTooLarge = (text: string): boolean =>
  text.length > eventBytesMax ||
  (3 * text.length > eventBytesMax && utf8.encode(text).length > eventBytesMax);

/** The event's own fields, whether or not an envelope is around them. */
function parsed(text: string, complain: Complain): Json | undefined {
  if (isTooLarge(text)) {
    complain("event/too-large", "the event is larger than 64 kB", "one event a line, without attachments");
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    complain("event/not-json", "this line is not JSON", "write one JSON object a line");
    return undefined;
  }
  if (!isMap(value)) {
    complain("event/not-json", "this line is not a JSON object", "write one JSON object a line");
    return undefined;
  }
  const standard = fromStandard(value);
  if (standard !== undefined) return standard;
  const { data } = value;
  const isEnvelope = isMap(data);
  const inner = isEnvelope ? data : value;
  for (const key of Object.keys(inner)) {
    if (ownFields.includes(key) || around.includes(key)) continue;
    const near = didYouMean(key, ownFields);
    complain(
      "shape/unknown-key",
      `unknown key \`${key.slice(0, textMax)}\``,
      near === undefined ? "it is not looked at; see docs/reference/events.md" : `did you mean \`${near}\`?`,
      "warning",
    );
  }
  const { data: _, ...envelope } = value;
  const said: Json = isEnvelope
    ? {
        ...envelope,
        ...(typeof value["source"] === "string" ? { institution: value["source"].split("/").at(-1) } : {}),
        ...(typeof value["subject"] === "string" ? { person: value["subject"] } : {}),
        ...inner,
      }
    : value;
  const { type } = value;
  if (said["kind"] !== undefined || said["flow"] !== undefined || typeof type !== "string") return said;
  const word = type.slice(type.lastIndexOf(".") + 1);
  return { ...said, kind: Object.hasOwn(eventKinds, word) ? word : type };
}

function fieldsOf(data: Json, complain: Complain) {
  const text = (name: string): string | undefined => {
    const value = data[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "string") {
      complain("shape/wrong-type", `\`${name}\` is ${nameOf(value)}, expected a text`, "write it in quotes");
      return undefined;
    }
    if (value === "" || value.length > textMax) {
      const is = value === "" ? "is empty" : `is longer than ${textMax} characters`;
      complain("shape/bad-text", `\`${name}\` ${is}`, "write a short text, or leave it out");
      return undefined;
    }
    return value;
  };
  const oneOf = <Word extends string>(name: string, words: readonly Word[]): Word | undefined => {
    const value = text(name);
    const found = words.find((word) => word === value);
    if (value !== undefined && found === undefined)
      complain(
        "shape/unknown-value",
        `unknown value \`${value}\` for \`${name}\``,
        helpWith(value, words, `write ${words.map((word) => `\`${word}\``).join(" or ")}`),
      );
    return found;
  };
  return { text, oneOf };
}
type Fields = ReturnType<typeof fieldsOf>;

const nameOf = (value: unknown): string =>
  typeof value === "number"
    ? "a number"
    : typeof value === "boolean"
      ? "true or false"
      : Array.isArray(value)
        ? "a list"
        : typeof value === "string"
          ? "a text"
          : "a map";

const timeForm =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:[Zz]|([+-])(\d\d):?(\d\d))$/;

/** RFC 3339; seconds may be left out, the offset may not: an hour of nowhere says nothing about a night. */
function readTime(
  value: unknown,
  complain: Complain,
): { readonly at: number; readonly offset: number } | undefined {
  if (value === undefined) {
    complain("shape/missing-key", "`time` is missing", "every event says who, where and when");
    return undefined;
  }
  const parts = typeof value === "string" ? timeForm.exec(value) : null;
  const milliseconds = parts === null ? Number.NaN : Date.parse(String(value));
  if (parts === null || !Number.isFinite(milliseconds)) {
    complain(
      "event/bad-time",
      `\`${String(value).slice(0, textMax)}\` is not a time`,
      "write `2020-09-04T20:51:00+08:00`",
    );
    return undefined;
  }
  const [, , , , , , , direction = "+", hours = "0", minutes = "0"] = parts;
  const offset = (direction === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return { at: milliseconds / 60_000, offset };
}

type What = Pick<DetectEvent, "word" | "group"> &
  Partial<Pick<DetectEvent, "flow" | "kind">> & { readonly mapped?: Mapped | undefined };

/** The flow or the kind; what neither the catalogue, the list nor a mapping knows is complained of and judged by the rest. */
function readWhat(
  read: Fields,
  institution: string,
  { catalog, mappings = [] }: ReadContext,
  complain: Complain,
): What {
  const flowText = read.text("flow");
  const kindText = read.text("kind");
  const written = kindText ?? flowText;
  const mapped =
    written === undefined || Object.hasOwn(eventKinds, written)
      ? undefined
      : mappedWord(written, institution, mappings);
  const flow = findFlow(catalog, institution, mapped?.flow ?? flowText);
  if (flow !== undefined) {
    const kind = kindOfFlow(flow);
    const isOurs = kindText !== undefined && Object.hasOwn(eventKinds, kindText);
    return { flow: flow.id, word: isOurs ? kindText : wordOfFlow(flow), kind, group: kind.group, mapped };
  }
  const unknownFlow = mapped?.flow ?? (kindText === undefined && mapped === undefined ? flowText : undefined);
  if (unknownFlow !== undefined) {
    const known = catalog.institutions.get(institution)?.flows.map(({ id }) => id) ?? [];
    const help = helpWith(unknownFlow, known, "name a flow of the catalogue, or send a `kind`");
    complain("event/unknown-flow", `no flow \`${unknownFlow}\` at \`${institution}\``, help, "warning");
  }
  if (written === undefined) {
    complain("shape/missing-key", "`kind` is missing", "say which `flow` or which `kind` it was");
    return { word: "", group: "other" };
  }
  const word = mapped?.word ?? written;
  const kind = mapped?.kind ?? (Object.hasOwn(eventKinds, word) ? eventKinds[word] : undefined);
  if (kind === undefined && kindText !== undefined) {
    const help = helpWith(
      word,
      Object.keys(eventKinds),
      "map it to one of the words in docs/reference/events.md",
    );
    complain("event/unknown-kind", `no kind of event \`${word}\``, help);
  }
  return kind === undefined ? { word, group: "other", mapped } : { word, kind, group: kind.group, mapped };
}

function findFlow(catalog: Catalog, institution: string, text: string | undefined): Flow | undefined {
  if (text === undefined) return undefined;
  const slash = text.indexOf("/");
  const at = slash < 0 ? institution : text.slice(0, slash);
  const id = text.slice(slash + 1);
  return catalog.institutions.get(at)?.flows.find((flow) => flow.id === id);
}

/** As banks write it: three capitals. What China's own calls itself in its shops is the same money. */
function readCurrency(text: string | undefined, complain: Complain): string | undefined {
  const written = text?.trim().toUpperCase();
  // Coins have names of three to five letters and figures.
  if (written !== undefined && !/^[A-Z0-9]{3,5}$/.test(written))
    complain("shape/bad-text", `\`${text}\` is not a currency`, "write three capitals: `GBP`", "warning");
  return written === "RMB" || written === "CNH" ? "CNY" : written;
}

/** How often, where one event stands for many. */
function readCount(value: unknown, complain: Complain): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  if (typeof value === "number")
    complain("shape/bad-text", `\`${value}\` is not a count`, "write a whole number: 1, 2, 3 …");
  else
    complain(
      "shape/wrong-type",
      `\`count\` is ${nameOf(value)}, expected a whole number`,
      "write a whole number: 1, 2, 3 …",
    );
  return undefined;
}

/** Money as a decimal text, kept in hundredths beside the number: sums must not drift. */
function readAmount(
  value: unknown,
  complain: Complain,
): { readonly amount: number; readonly hundredths: number } | undefined {
  if (value === undefined || value === null) return undefined;
  const text = typeof value === "number" && value >= 0 && value < 1e15 ? value.toFixed(2) : value;
  if (typeof text !== "string" || !/^\d{1,13}(\.\d{1,18})?$/.test(text)) {
    complain("shape/bad-text", `\`${String(value).slice(0, 40)}\` is not an amount`, 'write `"1250.00"`');
    return undefined;
  }
  if (typeof value === "number")
    complain("shape/wrong-type", "`amount` is a number, expected a text", 'write `"1250.00"`', "warning");
  const amount = Number(text);
  return { amount, hundredths: Math.round(amount * 100) };
}

function readThings(value: unknown, complain: Complain): Readonly<Record<string, string>> {
  if (value === undefined || value === null) return {};
  if (!isMap(value)) {
    complain(
      "shape/wrong-type",
      `\`things\` is ${nameOf(value)}, expected a map`,
      'write `{ "line": "line.main" }`',
    );
    return {};
  }
  const things = Object.entries(value).flatMap(([kind, thing]) => {
    const one = Array.isArray(thing) ? thing[0] : thing;
    if (typeof one === "string" && one.length <= textMax) return [[kind, one] as const];
    const wrong = `\`things.${kind.slice(0, textMax)}\` is ${nameOf(one)}, expected a text`;
    complain("shape/wrong-type", wrong, 'write `{ "line": "line.main" }`', "warning");
    return [];
  });
  return Object.fromEntries(things.slice(0, listMax));
}

function readProofs(value: unknown, complain: Complain): readonly string[] {
  if (value === undefined || value === null) return [];
  const listed = typeof value === "string" ? [value] : value;
  if (!Array.isArray(listed)) {
    complain("shape/wrong-type", `\`proofs\` is ${nameOf(value)}, expected a list`, 'write `["sms"]`');
    return [];
  }
  const words: string[] = [];
  for (const word of listed.slice(0, listMax)) {
    const known = typeof word === "string" ? proofSaid(word.slice(0, textMax)) : undefined;
    if (known !== undefined) words.push(known);
    else {
      const said = String(word).slice(0, textMax);
      const help = helpWith(said, Object.keys(proofWords), "see docs/reference/events.md for the words");
      complain("event/unknown-proof", `no proof \`${said}\``, help, "warning");
    }
  }
  return [...new Set(words)].sort();
}

const institutionWords =
  /^(institution|carrier|operator|network|bank|issuer|lender|wallet|vendor|platform|provider|system|policy|admin|batch|migration|automatic|scheduled|merchant|biller|employer|government|authority|regulator|police|company)/;

/** Free words, for institutions say it in many ways; a word nobody knows counts as somebody who acts, to be judged. */
function readInitiator(word: string | undefined, institution: string): Initiator {
  if (word === undefined) return "customer";
  if (/^(helper|relative|family|spouse|carer|guardian)/.test(word)) return "helper";
  if (/^(agent|staff|employee|clerk|support|shop)/.test(word)) return "agent";
  return word === institution || institutionWords.test(word) ? "institution" : "customer";
}

function readKnown(value: unknown, complain: Complain): Readonly<Record<string, boolean>> {
  if (value === undefined || value === null) return {};
  if (!isMap(value)) {
    complain(
      "shape/wrong-type",
      `\`known\` is ${nameOf(value)}, expected a map`,
      'write `{ "device": true }`',
    );
    return {};
  }
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, listMax)
      .flatMap(([what, said]) => {
        if (typeof said === "boolean") return [[what, said] as const];
        if (typeof said === "number") return [[what, said > 0] as const];
        if (typeof said === "string")
          return [[what, !/^(no|new|unknown|false|never|0)$/.test(said)] as const];
        const wrong = `\`known.${what.slice(0, textMax)}\` is ${nameOf(said)}, expected true or false`;
        complain("shape/wrong-type", wrong, 'write `{ "device": true }`', "warning");
        return [];
      }),
  );
}
