/** For every block the owner could set: how long it holds, on a scale from minutes to days, and what lifts it. */
import type { HoldingPower } from "../../../src/questions/index.ts";
import {
  blockWords,
  inBrackets,
  marks,
  sayConditionName,
  sayDuration,
  sayInstitution,
  sayProof,
  sayUses,
} from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { capitalised, named, sayFlow, type Telling, useTelling } from "../telling.ts";
import { Fold, foldedFrom, shownFirst } from "./fold.tsx";
import { answerWords } from "./words.ts";

export function Holding({ conditions }: { readonly conditions: readonly HoldingPower[] }) {
  const { words, base } = useTelling();
  const own = useWords(answerWords);
  const shown = conditions.filter(({ matters }) => matters).sort((a, b) => strength(a) - strength(b));
  const others = conditions.filter(({ matters }) => !matters);
  const firstCount = shown.length > foldedFrom ? shownFirst : shown.length;
  // Against whoever has nothing every block holds: that is no finding.
  if (conditions.length === 0 || base.held.length === 0) return null;
  return (
    <section aria-labelledby="holding">
      <h2 id="holding">{words.holding}</h2>
      <p className="section-lead">{words.holdingLead}</p>
      <ul className="blocks">
        {shown.slice(0, firstCount).map((power) => (
          <Block key={power.condition} power={power} />
        ))}
      </ul>
      {firstCount === shown.length ? null : (
        <Fold summary={own.moreBlocks(shown.length - firstCount)}>
          <ul className="blocks">
            {shown.slice(firstCount).map((power) => (
              <Block key={power.condition} power={power} />
            ))}
          </ul>
        </Fold>
      )}
      {others.length === 0 ? null : (
        <Fold summary={words.otherBlocks(others.length)}>
          <ul className="blocks">
            {others.map((power) => (
              <Block key={power.condition} power={power} />
            ))}
          </ul>
        </Fold>
      )}
    </section>
  );
}

/** The weakest first: that is what a reader must not rely on. */
const strength = ({ heldMinutes, heldIfSetAtOnceMinutes }: HoldingPower) =>
  (heldMinutes ?? 1e9) + (heldIfSetAtOnceMinutes ?? 1e9) / 1e6;

function Block({ power }: { readonly power: HoldingPower }) {
  const telling = useTelling();
  const { words, lang, data } = telling;
  const { condition, setBy, setByInstitution, heldMinutes, heldIfSetAtOnceMinutes, eachRoundMinutes } = power;
  const { weakestLift, doesWithout } = power;
  return (
    <li className="block">
      <h3>{capitalised(sayConditionName(data, condition, lang))}</h3>
      <div className="block-bars">
        {heldMinutes === heldIfSetAtOnceMinutes ? (
          <Bar label={words.wheneverSet} minutes={heldMinutes} />
        ) : (
          <>
            <Bar label={words.setAtOnce} why={words.setAtOnceWhy} minutes={heldIfSetAtOnceMinutes} />
            <Bar label={words.setLater} why={words.setLaterWhy} minutes={heldMinutes} />
          </>
        )}
      </div>
      <p className="measure-notes">
        {named(telling, words.setBy)}
        {sayInstitution(data, setByInstitution, lang)}
        {marks[lang].comma}
        {sayFlow(telling, setByInstitution, setBy)}
      </p>
      <p className="measure-notes">
        {named(telling, words.liftedBy)}
        {sayLift(telling, power)}
        {eachRoundMinutes === null || heldMinutes === null
          ? ""
          : `${marks[lang].semicolon}${words.eachRound(sayDuration(eachRoundMinutes, lang))}`}
      </p>
      <p className="measure-notes">
        {named(telling, capitalised(blockWords.weakestLift[lang]))}
        {sayProof(weakestLift?.proof ?? null, lang)}
      </p>
      {doesWithout.length === 0 ? null : (
        <p className="measure-notes">
          {named(telling, capitalised(blockWords.doesWithout[lang]))}
          {sayUses(data, doesWithout, lang)}
        </p>
      )}
    </li>
  );
}

function sayLift(telling: Telling, { liftedBy, liftedByInstitution }: HoldingPower): string {
  const { words, lang, data } = telling;
  if (liftedBy === null) return words.nobodyLifts;
  if (liftedBy === "lapses" || liftedByInstitution === null) return words.lapses;
  const institution = sayInstitution(data, liftedByInstitution, lang);
  return `${institution}${marks[lang].comma}${sayFlow(telling, liftedByInstitution, liftedBy)}`;
}

/** Ten days: longer than anything in this case lapses; beyond it a bar says no more. */
const scaleMax = 10 * 24 * 60;

/** Each tenfold of time is as wide as the next: minutes can be read beside days. */
const partOf = (minutes: number) =>
  Math.min(1, Math.log10(1 + Math.max(0, minutes)) / Math.log10(1 + scaleMax));

function Bar({
  label,
  why,
  minutes,
}: {
  readonly label: string;
  readonly why?: string;
  readonly minutes: number | null;
}) {
  const { words, lang } = useTelling();
  return (
    <div className={minutes === null ? "bar-row holds" : "bar-row"}>
      <span className="bar-label">
        {label}
        {why === undefined ? null : <span className="unseen">{inBrackets(why, lang)}</span>}
      </span>
      <span className="bar-track" aria-hidden="true">
        <span className="bar-fill" style={{ width: `${(minutes === null ? 1 : partOf(minutes)) * 100}%` }} />
      </span>
      <span className="bar-value">{minutes === null ? words.holds : sayDuration(minutes, lang)}</span>
    </div>
  );
}
