/** What would have stopped it: the cheapest selections, a switch for every measure, and effort against what remains. */
import type { CutAnswer } from "../../../src/questions/index.ts";
import { capitalised, measureOf, money, sayMeasure, sayWho, type Telling, useTelling } from "../telling.ts";
import { sayEffort } from "../words.ts";
import type { CutProps } from "./cut-props.ts";
import { Front } from "./front.tsx";
import { Result } from "./result.tsx";
import { Switches } from "./switches.tsx";

const sides = ["person", "institution", "both"] as const;

export function Cut({ now, alone, chosen, toggle, choose }: CutProps) {
  const { words, base } = useTelling();
  return (
    <section aria-labelledby="cut">
      <h2 id="cut">{words.cut}</h2>
      <p className="section-lead">{words.cutLead}</p>
      <div className="sides">
        {sides.map((side) => (
          <Side key={side} side={side} cut={base.cuts[side]} chosen={chosen} choose={choose} />
        ))}
      </div>
      <h3 className="switches-title">{words.switches}</h3>
      <Result now={now} chosen={chosen} choose={choose} />
      <div className="switches-and-front">
        <Switches alone={alone} chosen={chosen} toggle={toggle} />
        <Front alone={alone} chosen={chosen} choose={choose} />
      </div>
    </section>
  );
}

interface SideProps {
  readonly side: (typeof sides)[number];
  readonly cut: CutAnswer | null;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (measures: Iterable<string>) => void;
}

function Side({ side, cut, chosen, choose }: SideProps) {
  const telling = useTelling();
  const { words, lang, base } = telling;
  const twin =
    side === "both" && cut !== null
      ? (["person", "institution"] as const).find(
          (other) => base.cuts[other]?.measures.join() === cut.measures.join(),
        )
      : undefined;
  const isOn =
    cut !== null && cut.measures.length === chosen.size && cut.measures.every((id) => chosen.has(id));
  return (
    <div className="side">
      <h3>{words[`side_${side}`]}</h3>
      {cut === null || cut.measures.length === 0 ? <p>{words.nothingHelps}</p> : null}
      {twin === undefined ? null : (
        <p className="side-title">{capitalised(words.sameAs(words[`side_${twin}`]))}</p>
      )}
      {cut === null
        ? null
        : (twin === undefined ? cut.measures : []).map((id) => {
            const measure = measureOf(base, id);
            return (
              <div key={id} className="side-measure">
                <p className="side-title">{sayMeasure(telling, id)}</p>
                {measure === undefined ? null : (
                  <p className="measure-notes">
                    {side === "person" || measure.by === "person"
                      ? ""
                      : `${sayWho(telling, measure)}${lang === "zh" ? "，" : ", "}`}
                    {words.effort}
                    {lang === "zh" ? "" : " "}
                    {sayEffort(measure.effort, lang)}
                  </p>
                )}
                {measure?.how === undefined ? null : <p className="measure-how">{measure.how[lang]}</p>}
              </div>
            );
          })}
      {cut === null || cut.measures.length === 0 ? null : (
        <>
          <p className="proved">{noteOf(telling, cut)}</p>
          <button type="button" className="primary" disabled={isOn} onClick={() => choose(cut.measures)}>
            {isOn ? words.isOn : words.tryIt}
          </button>
        </>
      )}
    </div>
  );
}

function noteOf(telling: Telling, { proved, remaining, remainingAmount }: CutAnswer): string {
  const { words } = telling;
  if (remaining.length > 0) return words.stopsPart(money(telling, remainingAmount));
  return proved ? words.noCheaper : words.mayBeCheaper;
}
