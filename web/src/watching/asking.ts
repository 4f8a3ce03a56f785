/**
 * What the page asks of the service, and how it hears. The key is in this page's memory only: closed, it is gone. The
 * stream is read by `fetch`, because a browser's own reader of such streams sends no key.
 */

import type { Lang } from "../../../src/report/index.ts";
import type {
  Backtest,
  ListEntry,
  ListSeen,
  NewEntry,
  PutInForce,
  RuleSeen,
  RulesSeen,
  RulesTried,
  RulesVersion,
  VersionSaid,
} from "./asking-rules.ts";

export interface Stage {
  readonly loss: string;
  readonly minutes: number;
  readonly steps: number;
}

/** What an id is called, in both languages; an id without one is shown as it is. */
export type Names = Readonly<Record<string, { readonly en: string; readonly zh: string }>>;

export interface Decision {
  readonly event: string;
  readonly person: string;
  readonly decision: string;
  readonly risk: number;
  readonly stage: { readonly before: Stage | null; readonly after: Stage | null };
  readonly chain: readonly string[];
  readonly left: readonly string[];
  readonly stepUp?: { readonly proof: string; readonly why: string; readonly at?: string };
  readonly hold?: { readonly minutes: number; readonly until: string };
  readonly rules: readonly string[];
  readonly shadow?: readonly { readonly rule: string; readonly decision: string }[];
  /** What the institution told back of it. */
  readonly receipts?: readonly { readonly word: string; readonly at: string }[];
  readonly because: readonly string[];
  readonly label: string;
  readonly record: number;
  readonly received: string;
  /** When and where the act was, by the event; `word` is the event's own, `group` the kind of act. */
  readonly time: string;
  readonly word: string;
  readonly group: string;
  readonly institution: string;
}

export interface OwnHappened extends Decision {
  readonly kind: "own";
  readonly amount?: string;
  readonly stories: Readonly<Record<string, number>>;
}

export type Happened =
  | OwnHappened
  | {
      readonly kind: "elsewhere";
      readonly event: string;
      readonly time: string;
      readonly group: string;
      /** Of an alert: what was said. */
      readonly word?: string;
    };

export interface Case {
  readonly id: number;
  readonly person: string;
  readonly state: "open" | "closed";
  readonly opened: string;
  readonly changed: string;
  readonly record?: number;
  readonly verdict?: string;
  readonly notes: readonly { readonly at: string; readonly text: string }[];
}

export interface Me {
  readonly institution: string;
  readonly may: readonly string[];
  readonly shares: string;
}

/** Where, what and the way out, in the language that was asked for. */
export interface ComplaintSeen {
  readonly code: string;
  readonly where: string;
  readonly message: string;
  readonly help?: string;
}

/** What the service refused, by its status; 0: it was not there. */
export class Refused extends Error {
  readonly status: number;
  readonly complaints: readonly ComplaintSeen[];

  constructor(status: number, complaints: readonly ComplaintSeen[] = []) {
    super(`the service answered with ${status}`);
    this.status = status;
    this.complaints = complaints;
  }
}

/** A proxy in between may answer with anything. */
async function complaintsOf(answer: Response): Promise<readonly ComplaintSeen[]> {
  const body: unknown = await answer.json().catch(() => undefined);
  const found = typeof body === "object" && body !== null && "complaints" in body ? body.complaints : [];
  return Array.isArray(found) ? found : [];
}

export interface Listener {
  /** From here on nothing is missed. */
  readonly opened: () => void;
  readonly decided: (decision: Decision & { readonly names: Names }) => void;
}

/** `leftOut`: how many there are beside those that are told. */
export interface Timeline {
  readonly happened: readonly Happened[];
  readonly leftOut: number;
  readonly names: Names;
}

/** The latest first; `isMore`: there are earlier ones. */
export interface Decisions {
  readonly decisions: readonly Decision[];
  readonly isMore: boolean;
  readonly names: Names;
}

export interface Cases {
  readonly cases: readonly Case[];
  readonly leftOut: number;
}

export interface Asking {
  me(): Promise<Me>;
  /** `before`: only those with a smaller number. */
  decisions(before?: number): Promise<Decisions>;
  person(name: string): Promise<Timeline>;
  cases(): Promise<Cases>;
  openCase(asked: { readonly person: string; readonly record?: number }): Promise<Case>;
  changeCase(id: number, change: Readonly<Record<string, string>>): Promise<Case>;
  rules(): Promise<RulesSeen>;
  /** Refused with each of its faults, said in this language. */
  tryRules(text: string, lang: Lang): Promise<RulesTried>;
  /** The latest first. */
  rulesVersions(): Promise<readonly RulesVersion[]>;
  versionSaid(number: number): Promise<VersionSaid>;
  /** Each refused with why, said in this language; also where another version is in force than the one it is put over. */
  putRules(text: string, over: number, lang: Lang): Promise<PutInForce>;
  setRuleMode(
    said: { readonly rule: string; readonly mode: RuleSeen["mode"]; readonly percent: number },
    over: number,
    lang: Lang,
  ): Promise<PutInForce>;
  restoreRules(number: number, over: number, lang: Lang): Promise<PutInForce>;
  /** The latest first. */
  backtests(): Promise<readonly Backtest[]>;
  backtest(id: number): Promise<Backtest>;
  beginBacktest(text: string, lang: Lang): Promise<Backtest>;
  endBacktest(id: number): Promise<Backtest>;
  lists(): Promise<readonly ListSeen[]>;
  /** Refused with why, said in this language. */
  addEntry(list: string, entry: NewEntry, lang: Lang): Promise<ListEntry>;
  removeEntry(list: string, entry: number): Promise<ListEntry>;
  /** Until `stop` says so, or the service goes; then it settles. */
  listen(heard: Listener, stop: AbortSignal): Promise<void>;
}

/** A screenful many times over; earlier ones are asked for. */
const listedAtOnce = 200;

const sentYaml = (text: string, lang: Lang): RequestInit => ({
  method: "POST",
  body: text,
  headers: { "Content-Type": "application/yaml", "Accept-Language": lang },
});

export function asking(key: string): Asking {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await fetch(path, {
      ...init,
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json", ...init.headers },
    }).catch(() => {
      throw new Refused(0);
    });
    if (!answer.ok) throw new Refused(answer.status, await complaintsOf(answer));
    return answer;
  };
  const json = async <Value>(path: string, init?: RequestInit): Promise<Value> =>
    (await ask(path, init)).json();
  return {
    me: () => json("/v1/me"),
    decisions: (before) =>
      json(`/v1/decisions?limit=${listedAtOnce}${before === undefined ? "" : `&before=${before}`}`),
    person: (name) => json(`/v1/people/${encodeURIComponent(name)}`),
    cases: () => json("/v1/cases"),
    openCase: (asked) => json("/v1/cases", { method: "POST", body: JSON.stringify(asked) }),
    changeCase: (id, change) => json(`/v1/cases/${id}`, { method: "PATCH", body: JSON.stringify(change) }),
    rules: () => json("/v1/rules"),
    tryRules: (text, lang) => json("/v1/rules/try", sentYaml(text, lang)),
    rulesVersions: async () =>
      (await json<{ readonly versions: readonly RulesVersion[] }>("/v1/rules/versions")).versions,
    versionSaid: (number) => json(`/v1/rules/versions/${number}`),
    putRules: (text, over, lang) =>
      json(`/v1/rules?over=${over}`, { ...sentYaml(text, lang), method: "PUT" }),
    setRuleMode: ({ rule, ...said }, over, lang) =>
      json(`/v1/rules/${encodeURIComponent(rule)}?over=${over}`, {
        method: "PATCH",
        body: JSON.stringify(said),
        headers: { "Accept-Language": lang },
      }),
    restoreRules: (number, over, lang) =>
      json(`/v1/rules/restore?over=${over}`, {
        method: "POST",
        body: JSON.stringify({ number }),
        headers: { "Accept-Language": lang },
      }),
    backtests: async () =>
      (await json<{ readonly backtests: readonly Backtest[] }>("/v1/backtests")).backtests,
    backtest: (id) => json(`/v1/backtests/${id}`),
    beginBacktest: (text, lang) => json("/v1/backtests", sentYaml(text, lang)),
    endBacktest: (id) => json(`/v1/backtests/${id}`, { method: "DELETE" }),
    lists: async () => (await json<{ readonly lists: readonly ListSeen[] }>("/v1/lists")).lists,
    addEntry: (list, entry, lang) =>
      json(`/v1/lists/${encodeURIComponent(list)}`, {
        method: "POST",
        body: JSON.stringify(entry),
        headers: { "Accept-Language": lang },
      }),
    removeEntry: (list, entry) =>
      json(`/v1/lists/${encodeURIComponent(list)}/${entry}`, { method: "DELETE" }),
    async listen({ opened, decided }, stop) {
      const { body } = await ask("/v1/decisions/live", { signal: stop });
      if (body === null) return;
      const reader = body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        const parts = (rest + value).split("\n\n");
        rest = parts.pop() ?? "";
        for (const part of parts) {
          const said = part.split("\n");
          const data = said.find((row) => row.startsWith("data: "));
          if (said.includes("event: open")) opened();
          if (said.includes("event: decision") && data !== undefined)
            decided(JSON.parse(data.slice("data: ".length)));
        }
      }
    },
  };
}
