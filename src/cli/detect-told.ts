/** A decision as JSON for programs and as a line for people. */
import type { Catalog } from "../catalog/index.ts";
import { type Decision, type DetectEvent, decisionValue } from "../detect/index.ts";
import { counted, groupDigits, type Lang, sayCapabilityPlainly, sayShortDuration } from "../report/index.ts";
import { printable, type Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface Summary {
  events: number;
  /** Lines that could not be judged, and events of which a part was wrong. */
  unread: number;
  faulty: number;
  said: number;
  /** Events of a kind nobody knows: judged by the rest. */
  unknown: number;
  readonly counts: Record<string, number>;
  readonly people: Set<string>;
}

/** What programs read, with the why of a proof in words. */
export function decisionJson(decision: Decision, lang: Lang): Readonly<Record<string, unknown>> {
  const value = decisionValue(decision);
  const { stepUp } = value;
  // Written over in its own place: the order of the keys is what the documents show.
  return stepUp === undefined
    ? { ...value }
    : { ...value, stepUp: { ...stepUp, why: cliWords(lang).whyProof(stepUp.why) } };
}

/** Of nothing it is told for certain who did it, however round the number. */
const surestTold = 99;

/** What somebody at a desk reads: nothing of what was allowed. */
export function renderDecision(
  decision: Decision,
  { event, catalog }: { readonly event: DetectEvent; readonly catalog: Catalog },
  { lang, paint }: Terminal,
): readonly string[] {
  if (decision.decision === "allow") return [];
  const words = cliWords(lang);
  const { risk, chain, openedBy, stage, stepUp, because, rules } = decision;
  const mark = decision.decision === "step-up" ? paint.yellow : paint.red;
  const head = `${mark(words.decided(decision.decision))}  ${paint.bold(printable(event.id))}  ${printable(`${event.person} ${event.institution} ${event.word}`)}  ${words.risk(Math.min(surestTold, Math.round(risk * 100)))}`;
  const told = [
    because.length === 0 ? undefined : because.map((word) => words.reason(word)).join(words.comma),
    stage.after === undefined
      ? undefined
      : words.stageTold(
          sayCapabilityPlainly({ catalog }, stage.after.loss, lang),
          sayShortDuration(stage.after.minutes, lang),
          stage.after.steps,
        ),
    chain.length === 0 ? undefined : words.chainTold(chain.map(printable).join(", ")),
    openedBy.length === 0 ? undefined : words.openedTold(openedBy.map(printable).join(", ")),
    rules.length === 0 ? undefined : words.rulesTold(rules.join(", ")),
    stepUp === undefined ? undefined : words.askFor(stepUp.proof, words.whyProof(stepUp.why), stepUp.at),
  ];
  return [head, ...told.flatMap((line) => (line === undefined ? [] : [`  ${line}`]))];
}

export function renderSummary({ events, unread, unknown, counts, people }: Summary, lang: Lang): string {
  const of = (word: string) => counts[word] ?? 0;
  return lang === "zh"
    ? `${groupDigits(events)} 个事件：放行 ${groupDigits(of("allow"))}，补验 ${groupDigits(of("step-up"))}，暂缓 ${groupDigits(of("hold"))}，拒绝 ${groupDigits(of("block"))}；涉及 ${groupDigits(people.size)} 人${unknown === 0 ? "" : `；${groupDigits(unknown)} 个事件的种类没人认得，只按设备、时段、收款方和验证方式来看`}${unread === 0 ? "" : `；${groupDigits(unread)} 行没法判断`}`
    : `${counted(events, "event")}: ${groupDigits(of("allow"))} allowed, ${groupDigits(of("step-up"))} stepped up, ${groupDigits(of("hold"))} held, ${groupDigits(of("block"))} blocked; ${counted(people.size, "person", "people")} asked or stopped${unknown === 0 ? "" : `; ${counted(unknown, "event")} of a kind nobody knows, decided by device, hour, payee and proofs alone`}${unread === 0 ? "" : `; ${counted(unread, "line")} could not be judged`}`;
}
