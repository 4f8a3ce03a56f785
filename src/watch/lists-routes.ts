/**
 * The lists of rules over HTTP. Whoever may look sees what the institution itself has put there; what the rules say stands on them
 * is told to keys that may `rules`. An entry is put on and taken off by a key that may `lists`.
 */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type RulesValue, rulesValue } from "../detect/index.ts";
import type { Asker } from "./asker.ts";
import { entryRefused, isPast } from "./changes-asked.ts";
import type { Right } from "./configuration.ts";
import type { LookWord } from "./journal-looks.ts";
import type { ListEntry, Lists } from "./lists.ts";
import { changesMax, listsRoutes, newEntry } from "./lists-contract.ts";
import type { PutRules } from "./put-rules.ts";
import { notStored, refusal } from "./refusal.ts";
import { says } from "./refusals.ts";
import { readShaped } from "./request-body.ts";

export interface ListsRouteParts {
  readonly lists: Lists;
  readonly putRules: PutRules;
  /** The number of the last record. */
  readonly lastRecord: () => number;
  readonly isStopping: () => boolean;
  readonly asked: (context: Context, right?: Right) => Asker | Response;
  readonly onDisk: (act: () => Response) => Response;
  readonly note: (who: Asker, what: LookWord) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The day it is: `2026-11-28`. */
  readonly today: () => string;
}

export function addListsRoutes(app: OpenAPIHono, parts: ListsRouteParts): void {
  for (const route of Object.values(listsRoutes)) app.openAPIRegistry.registerPath(route);
  const { lists, asked, onDisk, note, now, today } = parts;
  const inForce = () => rulesValue(parts.putRules.inForce());
  app.get("/v1/lists", (context) => {
    const who = asked(context, "look");
    if (who instanceof Response) return who;
    return onDisk(() => {
      note(who, "lists");
      const entries = lists.entries(who.institution);
      const told = { value: inForce(), entries, maySee: who.may.includes("rules"), today: today() };
      return context.json({ lists: listsSeen(told) }, 200, notStored);
    });
  });
  app.post("/v1/lists/:list", async (context) => {
    const who = asked(context, "lists");
    if (who instanceof Response) return who;
    const body = await readShaped(context, newEntry);
    if (body instanceof Response) return body;
    if (parts.isStopping()) return refusal(503, says.stopping);
    const list = context.req.param("list");
    const said = body.value;
    const { institution, by } = who;
    const refused = entryRefused({
      ...{ lists: inForce().lists, entries: lists.entries(institution), list, said, today: today() },
      mayRead: who.may.includes("rules"),
    });
    if (refused !== undefined) return refusal(refused.status, ...refused.complaints);
    return onDisk(() => {
      const at = now();
      const entry = lists.add({ institution, by, now: at, after: parts.lastRecord(), list, said });
      return context.json(entrySeen({ ...said, list, entry, added: at, by }, today()), 201, notStored);
    });
  });
  app.delete("/v1/lists/:list/:entry", (context) => {
    const who = asked(context, "lists");
    if (who instanceof Response) return who;
    if (parts.isStopping()) return refusal(503, says.stopping);
    const { list, entry } = context.req.param();
    const { institution, by } = who;
    const found = lists
      .entries(institution)
      .find((each) => each.list === list && String(each.entry) === entry && each.removed === undefined);
    if (found === undefined) return refusal(404, says.noEntry);
    return onDisk(() => {
      lists.remove({ institution, by, now: now(), after: parts.lastRecord(), list, entry: found.entry });
      return context.json(entrySeen(found, today()), 200, notStored);
    });
  });
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

const entrySeen = ({ entry, value, expires, why, added, by }: ListEntry, today: string) => ({
  entry,
  value,
  ...(expires === undefined ? {} : { expires }),
  ...(why === undefined ? {} : { why }),
  added: iso(added),
  by,
  isPast: isPast({ expires }, today),
});

interface Seeing {
  readonly value: RulesValue;
  readonly entries: readonly ListEntry[];
  readonly maySee: boolean;
  readonly today: string;
}

function listsSeen({ value, entries, maySee, today }: Seeing) {
  const standing = entries.filter(({ removed }) => removed === undefined);
  const names = [...new Set([...value.lists.map(({ name }) => name), ...standing.map(({ list }) => list)])];
  return names.map((name) => {
    const ofFile = value.lists.find((each) => each.name === name);
    const own = entries.filter(({ list }) => list === name);
    return {
      name,
      rules: value.rules.filter((rule) => asks(rule, value, name)).map(({ id }) => id),
      ...(ofFile === undefined ? {} : { inFile: inFileSeen(ofFile, maySee) }),
      entries: standing.filter(({ list }) => list === name).map((each) => entrySeen(each, today)),
      changes: own
        .flatMap(({ entry, value: listed, added, by, removed }) => [
          ...(removed === undefined ? [] : [{ ...removed, what: "removed" as const, entry, value: listed }]),
          { at: added, by, what: "added" as const, entry, value: listed },
        ])
        .sort((a, b) => b.at - a.at || b.entry - a.entry)
        .slice(0, changesMax)
        .map((change) => ({ ...change, at: iso(change.at) })),
    };
  });
}

const inFileSeen = ({ values, expires }: RulesValue["lists"][number], maySee: boolean) => ({
  count: values.length,
  ...(expires === undefined ? {} : { expires }),
  ...(maySee ? { values } : {}),
});

/** By itself, or by a window whose events are told apart by it. */
function asks(rule: RulesValue["rules"][number], { windows }: RulesValue, list: string): boolean {
  const conditions = [...rule.all, ...rule.any.flat()];
  const asked = windows.filter(({ name }) => conditions.some(({ of }) => of.startsWith(`${name}.`)));
  return [...conditions, ...asked.flatMap(({ where }) => where)].some((each) => each.list === list);
}
