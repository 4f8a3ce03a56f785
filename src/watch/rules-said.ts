/** What a version of the rules says: a text, the modes of single rules beside it, or both; and the rules that is. */
import { readYaml } from "../catalog/index.ts";
import { type RuleSet, readRules } from "../detect/index.ts";

/** Where one rule stands otherwise than in the text. */
export interface ModeSaid {
  readonly mode: "on" | "shadow" | "off";
  readonly percent: number;
}

/** What a version says. No text: the file the service is started with. */
export interface RulesSaid {
  readonly text?: string | undefined;
  readonly modes?: Readonly<Record<string, ModeSaid>> | undefined;
  /** The version it was restored from; 0: the file of the start. */
  readonly of?: number | undefined;
}

/** What was read of a text once is not read again: a mode set is a version of the same text. */
export interface KnownRules {
  readonly said: RulesSaid | undefined;
  readonly own?: RuleSet | undefined;
}

const readIn = (text: string, known: readonly KnownRules[]): RuleSet | undefined =>
  known.findLast(({ said, own }) => own !== undefined && said?.text === text)?.own ??
  readRules(readYaml(text, "rules.yaml")).rules;

/**
 * As it is asked: `base` is the file of the start; `undefined` beside `unread`: this version of chainbreak cannot read it. `own`: of
 * its text alone.
 */
export function rulesSaidIn(
  { text, modes }: RulesSaid,
  base: RuleSet | undefined,
  known: readonly KnownRules[],
): { readonly own: RuleSet | undefined; readonly rules: RuleSet | undefined } | "unread" {
  const own = text === undefined ? undefined : readIn(text, known);
  if (text !== undefined && own === undefined) return "unread";
  const all = own ?? base;
  const rules =
    all === undefined || modes === undefined
      ? all
      : { ...all, rules: all.rules.map((rule) => ({ ...rule, ...(modes[rule.id] ?? {}) })) };
  return { own, rules };
}
