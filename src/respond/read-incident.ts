/**
 * An incident file to an `Incident`, with a complaint for each word nobody can use; what can be used is used all the
 * same, because it is night and somebody waits.
 */
import type { z } from "zod";
import { type Catalog, helpWith, readShape, type YamlText } from "../catalog/index.ts";
import { Complaint, isCountry } from "../model/index.ts";
import { callIn } from "./attempts.ts";
import { isEveryday } from "./everyday.ts";
import {
  type Deed,
  type Incident,
  type Lock,
  type Moment,
  type NotJudged,
  type Sign,
  signWords,
  type Taken,
} from "./incident.ts";
import { incidentShape, noLock } from "./incident-shape.ts";
import { placesTold } from "./kind-told.ts";
import { offsetOf, parseMoments } from "./moments.ts";
import { standsFor } from "./places-named.ts";
import { signMeant, thingMeant } from "./plain-words.ts";
import { saysDeceived } from "./sentence-paid.ts";
import { dialledHere, ofMoney, placesIn, takenFor } from "./take-sentence.ts";

export interface IncidentRead {
  /** Absent when the file is no incident at all. */
  readonly incident: Incident | undefined;
  /** The person it names, as written. */
  readonly person: string | undefined;
  readonly complaints: readonly Complaint[];
}

/** What the file says of the phone's lock, unless a sentence says that it keeps nobody out. */
function lockOf(said: Lock | typeof noLock | undefined, taken: readonly Taken[]): Incident["lock"] {
  if (said === noLock) return "open";
  const open = taken.filter(({ isOpen }) => isOpen);
  // A lock helps nobody where whoever took the phone saw how to open it; else what the file says of it counts.
  if (open.some(({ isCodeSeen }) => isCodeSeen === true)) return "open";
  if (said !== undefined && said !== "unknown") return said;
  return open.length > 0 ? "open" : "unknown";
}

/** `catalog`: what its messages are known by, and what places are called, for whole sentences. */
export function readIncident(yaml: YamlText, catalog: Catalog): IncidentRead {
  const { value, complaints: shape } = readShape(incidentShape, yaml);
  const complaints: Complaint[] = [...yaml.complaints, ...shape];
  if (value === undefined) return { incident: undefined, person: undefined, complaints };
  const { incident: told } = value;
  const offset = offsetOf(told.at) ?? 0;
  const at = (text: string): Moment => parseMoments(text, offset) ?? { from: 0, to: 0 }; // The shape has read it.
  const now = at(told.at);
  const complain = (path: readonly PropertyKey[], message: string, help: string) =>
    complaints.push(
      new Complaint({
        code: "shape/unknown-value",
        place: yaml.locate(path),
        message,
        help,
        severity: "warning",
      }),
    );
  // Of no country nothing is known but what holds everywhere; that is an answer, and not the one that was asked for.
  if (told.region !== undefined && !isCountry(told.region))
    complain(
      ["incident", "region"],
      `\`${told.region}\` is no country; only what holds everywhere is known for it`,
      "write it as two letters, such as `cn`, `us` or `gb`",
    );
  const gone = told.gone.map(thingMeant);
  const region = told.region ?? "";
  const written = toldOf(value);
  const named =
    told.person === undefined
      ? placesTold({ catalog, region, uses: told.uses ?? [], ...written })
      : { uses: [], kinds: new Map() };
  const isSpokenOf = (name: string) => written.texts.some((text) => standsFor(catalog, text, name));
  const question = {
    catalog,
    region,
    uses: [...(told.uses ?? []), ...named.uses],
    kinds: named.kinds,
    spoken: [...(told.uses ?? []).filter(isSpokenOf), ...named.uses],
    gone,
    offset,
    isDescribed: told.person !== undefined,
    isAlone: (value.signs ?? []).length + (value.notes ?? []).length === 1,
    isOfLies: saysDeceived(
      [
        ...(value.signs ?? []).flatMap(({ sign, note = "" }) => [sign, note]),
        ...(value.notes ?? []).map(({ note }) => note),
      ].join("\n"),
    ),
  };
  const taken: Taken[] = [];
  const notJudged: NotJudged[] = [];
  const unread = (list: NotJudged["list"], index: number, text: string): NotJudged => ({
    list,
    index,
    text,
    ...(list === "notes" && isEveryday(text, placesIn(question, text)) ? { isEveryday: true } : {}),
  });
  const partsOf = (list: NotJudged["list"], index: number, { unheard }: Taken): readonly NotJudged[] =>
    unheard.map((text) => ({ list, index, text, isPart: true }));
  const signs = (value.signs ?? []).flatMap((each, index): Sign[] => {
    const sign = signMeant(each.sign);
    const { note, on } = each;
    const base = {
      at: at(each.at),
      index,
      ...(each.from === undefined ? {} : { from: String(each.from) }),
      ...(each["seen-by"] === undefined ? {} : { seenBy: each["seen-by"] }),
    };
    const known: readonly Sign[] =
      sign === undefined
        ? []
        : [{ ...base, sign, on: thingMeant(on ?? ""), ...(note === undefined ? {} : { note }) }];
    // What somebody else sent is noted as they wrote it, and is none of what was seen.
    const isOthers = isOthersWords(each.from, sign);
    const text = [
      ...(sign === undefined ? [each.sign] : []),
      ...(isOthers && !(sign === "call" && isOfTeller.test(note ?? "")) ? [] : [note]),
    ];
    const sentence = text.flatMap((part) => part ?? []).join(". ");
    const found =
      sentence === ""
        ? undefined
        : takenFor(question, { ...base, list: "signs", text: sentence, ...(on === undefined ? {} : { on }) });
    const more = found?.signs.filter((other) => other.sign !== sign) ?? [];
    if (found !== undefined) notJudged.push(...partsOf("signs", index, found));
    if (found !== undefined && (more.length > 0 || saysMore(found))) taken.push({ ...found, signs: more });
    else if (sign === undefined) {
      notJudged.push(unread("signs", index, each.sign));
      complain(
        ["signs", index, "sign"],
        `no sign \`${each.sign}\`; it is not judged`,
        helpWith(each.sign, Object.keys(signWords), "see docs/reference/incident.md"),
      );
    } else if (!isOthers && note !== undefined && found === undefined)
      notJudged.push(unread("signs", index, note));
    return [...known, ...more];
  });
  const noted = (value.notes ?? []).flatMap(({ at: moment, note, by }, index): readonly Sign[] => {
    const base = { at: at(moment), index: -1 - index, ...(by === undefined ? {} : { seenBy: by }) };
    const found = takenFor(question, { ...base, list: "notes", text: note });
    if (found === undefined) {
      notJudged.push(unread("notes", index, note));
      return [];
    }
    notJudged.push(...partsOf("notes", index, found));
    taken.push({ ...found, index });
    return found.signs;
  });
  const calls = (value.done ?? []).map(({ at: moment, action, on, result }) => {
    if (!isInWords(action)) return undefined;
    const text = [action, ...(on === undefined ? [] : [on])].join(" ");
    return callIn({
      text,
      at: at(moment).to,
      offset,
      placesIn: (clause) => placesIn(question, clause, text),
      dialledIn: (clause) => dialledHere(question, clause),
      result,
    });
  });
  const done = (value.done ?? []).map(
    ({ at: moment, by = "owner", action, on, result = "done", reference }, index): Deed => ({
      at: at(moment),
      by,
      action: deedMeant(action, on),
      result,
      index,
      ...(calls[index] === undefined ? {} : { isCall: true }),
      ...(reference === undefined ? {} : { reference }),
    }),
  );
  for (const [list, each] of [
    ...signs.map((sign) => ["signs", sign] as const),
    ...done.map((deed) => ["done", deed] as const),
  ])
    if (each.at.from > now.to)
      complain(
        [list, each.index, "at"],
        "this is later than the moment of the incident; it is taken to have just happened",
        "write the time again, or move `incident.at`",
      );
  return {
    incident: {
      id: told.id ?? "incident",
      at: now,
      offset,
      ...(told.since === undefined ? {} : { since: at(told.since) }),
      region: told.region ?? "",
      gone: [...new Set([...gone, ...taken.flatMap((each) => each.gone)])],
      lock: lockOf(told.phone?.lock, taken),
      isOn:
        told.phone?.on === undefined || told.phone.on === "unknown"
          ? "unknown"
          : told.phone.on
            ? "on"
            : "off",
      isSteered: told.phone?.steered === true || taken.some((each) => each.isSteered),
      ...(told.leaked === undefined ? {} : { leaked: told.leaked }),
      signs: [...signs, ...noted],
      done,
      attempts: [
        ...taken.flatMap(({ attempt }) => attempt ?? []),
        ...calls.flatMap((each) => each ?? []),
      ].sort((a, b) => a.at - b.at),
      helpers: (value.helpers ?? []).map(({ id, has }) => ({ id, ...(has === undefined ? {} : { has }) })),
      uses: [...new Set([...question.uses, ...taken.flatMap((each) => each.uses)])],
      kinds: named.kinds,
      has: (value.has ?? []).map(thingMeant),
      taken,
      notJudged,
    },
    person: told.person,
    complaints,
  };
}

/** It tells more than what is seen. */
const saysMore = ({ gone, isSteered, isOpen, attempt }: Taken): boolean =>
  gone.length > 0 || isSteered || isOpen || attempt !== undefined;

/** An act that is told as somebody would say it: `called Vodafone`, 打了客服电话. */
const isInWords = (action: string): boolean =>
  /[\s\p{sc=Han}]/u.test(action) || /^call(?:ed)?$/i.test(action);

/** What was written in words, and which names signs are told of. */
function toldOf({ signs = [], notes = [], done = [] }: z.infer<typeof incidentShape>) {
  const texts = [
    ...signs.flatMap(({ sign, note, on, from }) => [
      signMeant(sign) === undefined ? [on, sign].flatMap((part) => part ?? []).join(" ") : "",
      ...(from === undefined ? [note ?? ""] : []),
    ]),
    ...notes.map(({ note }) => note),
    ...done.map(({ action, on = "" }) => (isInWords(action) ? `${action} ${on}` : "")),
  ].filter((text) => text !== "");
  const named = signs.flatMap(({ sign, on = "" }) => {
    const word = signMeant(sign);
    return word !== undefined && ofMoney.has(word) && on !== "" ? [{ on, kind: "bank" as const }] : [];
  });
  return { texts, signs: named };
}

/** `suspended` on `number`, and `suspended(number)`, are `suspended(line.main)`. */
function deedMeant(action: string, on: string | undefined): string {
  if (action.includes("/")) return action;
  const [, what = action, of = on] = /^([\w-]+)\(([^(),]+)\)$/.exec(action) ?? [];
  return of === undefined || what.includes("(") ? action : `${what}(${thingMeant(of)})`;
}

/** On a call its teller did something too. */
const isOfTeller = /\b(?:i|we) |我/i;

/** A message or a call, whose note is what somebody else said in it. */
const isOthersWords = (from: unknown, sign: Sign["sign"] | undefined): boolean =>
  sign !== undefined &&
  (from !== undefined || ["notice", "call", "mail", "code", "prompt", "moving"].includes(sign));
