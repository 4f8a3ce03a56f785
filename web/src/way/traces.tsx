/** What of a step can be seen, and by whom; and how long and how often its flow can be run. */
import {
  everMinutes,
  type Flow,
  formatSubjectPath,
  isAlways,
  type SubjectPath,
} from "../../../src/model/index.ts";
import type { ToldStep } from "../../../src/reach/index.ts";
import { inBrackets, marks, sayHours, sayKind, sayThing } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { duration, money, type Telling, useTelling } from "../telling.ts";
import { wayWords } from "./words.ts";

/** The flow behind a step; what a person file brings with it has none. */
export const flowOf = ({ data }: Telling, { institution, flow }: ToldStep): Flow | undefined =>
  data.catalog.institutions.get(institution)?.flows.find(({ id }) => id === flow);

interface FlowProps {
  readonly flow: Flow;
  /** By path (`card`, `card.reserved-line`): the thing meant; absent: it is called by its kind. */
  readonly things?: ReadonlyMap<string, string> | undefined;
}

export function Traces({ flow, things }: FlowProps) {
  const telling = useTelling();
  const { lang } = telling;
  const own = useWords(wayWords);
  if (flow.leaves.length === 0) return own.leavesNothing;
  const said = flow.leaves.map(({ kind, subject, from }) => {
    const of = subject === undefined ? sayKind("person", lang) : saySubject(telling, subject, things);
    const sender = from === undefined || !/^[\d+]+$/.test(from) ? "" : own.from(from);
    const seen = kind === "record" || kind === "letter" ? own.onRequest : "";
    const notes = [sender, seen].filter((note) => note !== "").join(marks[lang].comma);
    return { what: own[kind](of), notes };
  });
  const distinct = new Map(said.map((each) => [each.what + each.notes, each]));
  return (
    <ul>
      {[...distinct].map(([key, { what, notes }]) => (
        <li key={key}>
          {what}
          {notes === "" ? null : <span className="quiet">{inBrackets(notes, lang)}</span>}
        </li>
      ))}
    </ul>
  );
}

function saySubject(
  { data, lang }: Telling,
  subject: SubjectPath,
  things: ReadonlyMap<string, string> | undefined,
): string {
  const { secret: _, ...path } = subject;
  const thing = things?.get(formatSubjectPath(path));
  if (thing !== undefined) return sayThing(data, thing, lang);
  return lang === "zh" ? sayKind(subject.kind, lang) : `the ${sayKind(subject.kind, lang)}`;
}

export function HowLong({ flow }: { readonly flow: Flow }) {
  const telling = useTelling();
  const own = useWords(wayWords);
  const { takes, hours, atMost = [] } = flow;
  const said = [
    own.takes({ least: duration(telling, takes.min), usual: duration(telling, takes.likely) }),
    ...(hours === undefined || isAlways(hours) ? [] : [own.open(sayHours(hours, telling.lang))]),
    ...atMost.flatMap(({ times, amount, atLeast = amount, perMinutes }) => {
      const isEver = perMinutes >= everMinutes;
      const per = duration(telling, perMinutes);
      const most = amount === undefined ? undefined : money(telling, amount);
      const isBetween = atLeast !== undefined && amount !== undefined && atLeast < amount;
      const sum = isBetween ? `${money(telling, atLeast)}–${money(telling, amount)}` : most;
      return [
        ...(times === undefined ? [] : [isEver ? own.atMostEver(times) : own.atMost({ times, per })]),
        ...(sum === undefined ? [] : [isEver ? own.atMostSumEver(sum) : own.atMostSum({ amount: sum, per })]),
      ];
    }),
  ];
  return said.join(marks[telling.lang].semicolon);
}
