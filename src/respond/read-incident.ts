/**
 * An incident file to an `Incident`, with a complaint for each word nobody can use; what can be used is used all the
 * same, because it is night and somebody waits.
 */

import type { z } from "zod";
import { type Catalog, helpWith, readShape, type YamlText } from "../catalog/index.ts";
import { Complaint, isCountry } from "../model/index.ts";
import { heardIn, saidIn, saysDeceived, signMeant, signWords, thingMeant } from "../told/index.ts";
import { callIn } from "./attempts.ts";
import { type DeedQuestion, deedsTold, deedTold } from "./deed-told.ts";
import { isEveryday } from "./everyday.ts";
import type { Deed, Incident, Lock, Moment, NotJudged, Sign, Taken } from "./incident.ts";
import { incidentShape, listMax, noLock } from "./incident-shape.ts";
import { placesTold } from "./kind-told.ts";
import { saysAllIsThere } from "./lock-in-doubt.ts";
import { offsetOf, parseMoments } from "./moments.ts";
import { standsFor } from "./places-named.ts";
import { dialledHere, ofMoney, placesIn, type SentenceQuestion, takenFor } from "./take-sentence.ts";

/** What was seen and is told under `done` has this and its place there, below zero, as its index; more notes nobody writes. */
const doneBase = 2 * listMax;

export interface IncidentRead {
  /** Absent when the file is no incident at all. */
  readonly incident: Incident | undefined;
  /** The person it names, as written. */
  readonly person: string | undefined;
  readonly complaints: readonly Complaint[];
}

/** What the file says of the phone's lock, unless a sentence says that it keeps nobody out; else what sentences say. */
function lockOf(said: Lock | typeof noLock | undefined, taken: readonly Taken[]): Incident["lock"] {
  if (said === noLock) return "open";
  const open = taken.filter(({ isOpen }) => isOpen);
  // A lock helps nobody where whoever took the phone saw how to open it; else what the file says of it counts.
  if (open.some(({ isCodeSeen }) => isCodeSeen === true)) return "open";
  if (said !== undefined && said !== "unknown") return said;
  if (open.length > 0) return "open";
  return taken.some(({ isLocked }) => isLocked === true) ? "locked" : "unknown";
}

/** Of a described person, what sentences about them are read by. */
export interface LifeTold {
  readonly region: string | undefined;
  /** Whom they are a customer of, by id. */
  readonly institutions: readonly string[];
}

/** `catalog`: what its messages are known by, and what places are called, for whole sentences. `life`: whose sentences they are. */
export function readIncident(yaml: YamlText, catalog: Catalog, life?: LifeTold): IncidentRead {
  const { value, complaints: shape } = readShape(incidentShape, withNotesAsWritten(yaml));
  const complaints: Complaint[] = [...yaml.complaints, ...shape];
  if (value === undefined) return { incident: undefined, person: undefined, complaints };
  const { incident: told } = value;
  const notes = notesOf(value);
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
  const gone = (told.gone ?? []).map(thingMeant);
  const region = told.region ?? life?.region ?? "";
  const written = toldOf(value, notes);
  const named =
    told.person === undefined
      ? placesTold({ catalog, region, uses: told.uses ?? [], ...written })
      : { uses: [], kinds: new Map() };
  const isSpokenOf = (name: string) => written.texts.some((text) => standsFor(catalog, text, name));
  const question = {
    catalog,
    region,
    uses: [...(told.uses ?? []), ...named.uses, ...(life?.institutions ?? [])],
    kinds: named.kinds,
    spoken: [...(told.uses ?? []).filter(isSpokenOf), ...named.uses],
    gone: [...gone, ...goneIn(catalog, written.texts, gone)],
    offset,
    isDescribed: told.person !== undefined,
    isAlone: (value.signs ?? []).length + notes.length === 1,
    isOfLies: saysDeceived(
      [
        ...(value.signs ?? []).flatMap(({ sign, note = "" }) => [sign, note]),
        ...notes.map(({ note }) => note),
      ].join("\n"),
    ),
  };
  const taken: Taken[] = [];
  const notJudged: NotJudged[] = [];
  const unread = (list: NotJudged["list"], index: number, text: string): NotJudged => ({
    list,
    index,
    text,
    ...(list === "notes" && (saysAllIsThere(text) || isEveryday(text, placesIn(question, text)))
      ? { isEveryday: true }
      : {}),
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
  const noted = notes.flatMap(({ at: moment = told.at, note, by }, index): readonly Sign[] => {
    const base = { at: at(moment), index: -1 - index, ...(by === undefined ? {} : { seenBy: by }) };
    const found = takenFor(question, { ...base, list: "notes", text: note });
    const acts = deedsTold({ ...deedQuestion(question, note), isNote: true });
    const deeds = acts.map(({ action, result = "done" }): Deed => ({ ...deedOf(base), action, result }));
    if (found === undefined && deeds.length === 0) {
      notJudged.push(unread("notes", index, note));
      return [];
    }
    const heardNote: Taken = { ...(found ?? nothingSeen(catalog, note)), index };
    const isOfAct = (clause: string) => acts.some(({ told }) => told === clause);
    notJudged.push(...partsOf("notes", index, heardNote).filter(({ text }) => !isOfAct(text)));
    taken.push({
      ...heardNote,
      ...(deeds.length === 0 ? {} : { deeds }),
    });
    return found?.signs ?? [];
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
  // Told as somebody would say it, it is an act, and what it says was seen counts as in a note.
  const heard = (value.done ?? []).map(({ at: moment, by = "owner", action, on }, index) => {
    if (!isInWords(action) || calls[index] !== undefined) return undefined;
    const text = [action, ...(on === undefined ? [] : [on])].join(" ");
    const act = deedTold(deedQuestion(question, text));
    const base = { at: at(moment), index: -doneBase - index, seenBy: by };
    const found = takenFor(question, { ...base, list: "done", text });
    if (found !== undefined && found.signs.length > 0) taken.push({ ...found, index });
    return { act, signs: found?.signs ?? [] };
  });
  const done = (value.done ?? []).map(
    ({ at: moment, by = "owner", action, on, result, reference }, index): Deed => ({
      at: at(moment),
      by,
      action: heard[index]?.act?.action ?? deedMeant(action, on),
      result: result ?? heard[index]?.act?.result ?? "done",
      index,
      ...(calls[index] === undefined ? {} : { isCall: true }),
      ...(heard[index]?.act === undefined && heard[index]?.signs.length ? { isSeen: true } : {}),
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
      ...whatIsGone(told.gone === undefined && !notes.some(({ note }) => saysAllIsThere(note)), [
        ...gone,
        ...taken.flatMap((each) => each.gone),
      ]),
      lock: lockOf(told.phone?.lock, taken),
      isOn:
        told.phone?.on === undefined || told.phone.on === "unknown"
          ? "unknown"
          : told.phone.on
            ? "on"
            : "off",
      isSteered: told.phone?.steered === true || taken.some((each) => each.isSteered),
      ...(told.leaked === undefined ? {} : { leaked: told.leaked }),
      signs: [...signs, ...noted, ...heard.flatMap((each) => each?.signs ?? [])],
      done: [...done, ...taken.flatMap(({ deeds = [] }) => deeds)],
      attempts: [
        ...taken.flatMap(({ attempt }) => attempt ?? []),
        ...calls.flatMap((each) => each ?? []),
      ].sort((a, b) => a.at - b.at),
      helpers: (value.helpers ?? []).map(({ id, has }) => ({ id, ...(has === undefined ? {} : { has }) })),
      uses: [...new Set([...(told.uses ?? []), ...named.uses, ...taken.flatMap((each) => each.uses)])],
      kinds: named.kinds,
      has: (value.has ?? []).map(thingMeant),
      taken,
      notJudged,
    },
    person: told.person,
    complaints,
  };
}

const deedQuestion = (question: SentenceQuestion, text: string): DeedQuestion => ({
  catalog: question.catalog,
  text,
  placesIn: (clause) => [
    ...placesIn(question, clause, text),
    ...(dialledHere(question, clause)?.places ?? []),
  ],
  hasCards: (place) => question.catalog.institutions.get(place)?.provides.includes("card") === true,
  gone: question.gone,
});

const deedOf = ({ at, index, seenBy = "owner" }: Pick<Sign, "at" | "index" | "seenBy">) => ({
  at,
  index,
  by: seenBy,
});

/** Of a note that tells of acts alone, and what else it speaks of. */
const nothingSeen = (catalog: Catalog, text: string): Omit<Taken, "index"> => ({
  list: "notes",
  text,
  signs: [],
  gone: [],
  isSteered: false,
  isOpen: false,
  uses: [],
  unheard: heardIn(catalog, text).unheard,
});

/** It tells more than what is seen. */
const saysMore = ({ gone, isSteered, isOpen, isLocked, attempt }: Taken): boolean =>
  gone.length > 0 || isSteered || isOpen || isLocked === true || attempt !== undefined;

/** An act that is told as somebody would say it: `called Vodafone`, 打了客服电话. */
const isInWords = (action: string): boolean =>
  /[\s\p{sc=Han}]/u.test(action) || /^call(?:ed)?$/i.test(action);

/** That a phone is gone may be told in one note, and how it is locked in another. */
const goneIn = (catalog: Catalog, texts: readonly string[], gone: readonly string[]): readonly string[] =>
  gone.includes("device.phone")
    ? []
    : texts.flatMap((text) => saidIn(catalog, text, { isAlone: false }).flatMap((said) => said.gone ?? []));

/** `- email from Coinbase: your password was reset` is a note with a colon in it, and no key. */
function withNotesAsWritten(yaml: YamlText): YamlText {
  const { value } = yaml;
  if (typeof value !== "object" || value === null || !("notes" in value) || !Array.isArray(value.notes))
    return yaml;
  const notes = value.notes.map((each: unknown): unknown => {
    const [only, ...others] = typeof each === "object" && each !== null ? Object.entries(each) : [];
    if (only === undefined || others.length > 0) return each;
    const [words, rest] = only;
    // One word may be a key that was written wrong.
    if (!/\s|\p{sc=Han}/u.test(words)) return each;
    return typeof rest === "string" || typeof rest === "number" || rest === null
      ? `${words}: ${rest ?? ""}`.trim()
      : each;
  });
  return { ...yaml, value: { ...value, notes } };
}

interface NoteWritten {
  readonly at?: string | undefined;
  readonly note: string;
  readonly by?: string | undefined;
}

/** A note may be its words alone. */
const notesOf = ({ notes = [] }: z.infer<typeof incidentShape>): readonly NoteWritten[] =>
  notes.map((each) => (typeof each === "string" ? { note: each } : each));

/** What is gone, and whether nobody said: what notes tell of is said. */
const whatIsGone = (
  isLeftOut: boolean,
  gone: readonly string[],
): Pick<Incident, "gone" | "isGoneUnsaid"> => ({
  gone: [...new Set(gone)],
  ...(isLeftOut && gone.length === 0 ? { isGoneUnsaid: true } : {}),
});

/** What was written in words, and which names signs are told of. */
function toldOf({ signs = [], done = [] }: z.infer<typeof incidentShape>, notes: readonly NoteWritten[]) {
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
