/** What would stop it: the least that would do, a switch for every measure, and effort against what remains. */
import { useMemo } from "react";
import { isNear } from "../../../src/report/index.ts";
import { useCase } from "../case/case.tsx";
import { LongerLook } from "../case/longer-look.tsx";
import { useTelling } from "../telling.ts";
import { Answering } from "./answering.tsx";
import "./cut.css";
import { deedsOf } from "./deeds.ts";
import { Front } from "./front.tsx";
import { LockOut, Result } from "./result.tsx";
import { openIn, wordsOfCut } from "./saying.ts";
import { Sides } from "./sides.tsx";
import { Switches } from "./switches.tsx";
import { Unproven } from "./unproven.tsx";

export function Cut() {
  const { base, data, lang } = useTelling();
  const { blocks } = useCase();
  const words = wordsOfCut(lang);
  const deeds = useMemo(() => deedsOf({ data, measures: base.catalogue, blocks }), [data, base, blocks]);
  const isNothing = openIn(base).remaining.length === 0;
  return (
    <section aria-labelledby="cut">
      <h2 id="cut">{words.cut}</h2>
      <p className="section-lead">
        {isNothing
          ? base.losses.some(isNear)
            ? words.nothingReadToStop
            : words.nothingToStop
          : words.cutLead}
      </p>
      {isNothing ? null : <Sides cuts={base.cuts} putsOff={base.putsOff} deeds={deeds} />}
      <LongerLook />
      {isNothing ? null : <Answering />}
      {isNothing ? null : <Unproven deeds={deeds} />}
      <h3 className="switches-title">{words.switches}</h3>
      <Result />
      <div className="switches-and-front">
        <Switches deeds={deeds} />
        <div className="front-side">
          <LockOut />
          {base.front.length < 2 ? null : <Front front={base.front} />}
        </div>
      </div>
    </section>
  );
}
