/** The least that would do: by oneself, by the institutions, by both; and how sure we are that nothing easier would. */
import { useState } from "react";
import { type AuditAnswer, type FoundCut, foundCut } from "../../../src/questions/index.ts";
import { sayDuration } from "../../../src/report/index.ts";
import { useCase } from "../case/case.tsx";
import { capitalised, sayMeasure, type Telling, useTelling } from "../telling.ts";
import type { Deed } from "./deeds.ts";
import { sayOpen, sayWhoAndTaking, wordsOfCut } from "./saying.ts";

const sides = ["person", "institution", "both"] as const;
type Side = (typeof sides)[number];

interface SidesProps {
  readonly cuts: AuditAnswer["cuts"];
  readonly putsOff: AuditAnswer["putsOff"];
  readonly deeds: readonly Deed[];
}

export function Sides({ cuts, putsOff, deeds }: SidesProps) {
  return (
    <div className="sides">
      {sides.map((side) => (
        <SideCard key={side} side={side} cuts={cuts} putsOff={putsOff} deeds={deeds} />
      ))}
    </div>
  );
}

/** A card names these; a longer selection is unfolded. */
const namedMax = 4;

function SideCard({ side, cuts, putsOff, deeds }: SidesProps & { readonly side: Side }) {
  const telling = useTelling();
  const { words, lang } = telling;
  const { chosen, choose, longerLook } = useCase();
  const [isWhole, showWhole] = useState(false);
  const own = wordsOfCut(lang);
  const cut = foundCut(cuts[side]);
  const isOpen = cuts[side].kind === "open";
  const isEmpty = cut === undefined || cut.measures.length === 0;
  const twin =
    side === "both" && !isEmpty
      ? (["person", "institution"] as const).find(
          (other) => foundCut(cuts[other])?.measures.join() === cut.measures.join(),
        )
      : undefined;
  const isOn =
    cut !== undefined && cut.measures.length === chosen.size && cut.measures.every((id) => chosen.has(id));
  const measures = twin === undefined && cut !== undefined ? cut.measures : [];
  const shown = isWhole || measures.length <= namedMax + 1 ? measures : measures.slice(0, namedMax);
  return (
    <div className="side">
      <h3>{words[`side_${side}`]}</h3>
      {isEmpty ? (
        <p>{longerLook.isLooking ? own.stillLooking : isOpen ? own.noneFound : own.nothingHelps}</p>
      ) : twin === undefined ? null : (
        <p className="side-title">{capitalised(words.sameAs(words[`side_${twin}`]))}</p>
      )}
      <ul className="side-measures">
        {shown.map((id) => (
          <li key={id}>
            <p className="side-title">{sayMeasure(telling, id)}</p>
            <p className="measure-notes">{notesOf(telling, deeds, id)}</p>
          </li>
        ))}
      </ul>
      {shown.length === measures.length ? null : (
        <button type="button" className="plain" onClick={() => showWhole(true)}>
          {own.more(measures.length - shown.length)}
        </button>
      )}
      <PutOff found={putsOff[side]} isTold={isToldElsewhere(putsOff, side)} />
      {isEmpty ? null : (
        <>
          <p className={isWholeCut(cut) && cut.proved ? "proved" : "proved perhaps"}>
            {sureness(telling, cut)}
          </p>
          <button type="button" className="primary" disabled={isOn} onClick={() => choose(cut.measures)}>
            {isOn ? own.isOn : own.tryIt}
          </button>
        </>
      )}
    </div>
  );
}

/** Both together are told only where they put it off farther than either. */
const isToldElsewhere = (putsOff: AuditAnswer["putsOff"], side: Side): boolean => {
  const { both } = putsOff;
  return (
    side === "both" &&
    both.kind === "found" &&
    [putsOff.person, putsOff.institution].some(
      (other) => other.kind === "found" && other.firstLossMinutes === both.firstLossMinutes,
    )
  );
};

interface PutOffProps {
  readonly found: AuditAnswer["putsOff"][Side];
  readonly isTold: boolean;
}

/** What does not stop it for ever and still buys time. */
function PutOff({ found, isTold }: PutOffProps) {
  const telling = useTelling();
  const own = wordsOfCut(telling.lang);
  if (found.kind !== "found" || isTold) return null;
  return (
    <>
      <p>{own.putsOff(sayDuration(found.firstLossMinutes, telling.lang))}</p>
      <ul className="side-measures">
        {found.measures.map((id) => (
          <li key={id}>
            <p className="side-title">{sayMeasure(telling, id)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function notesOf(telling: Telling, deeds: readonly Deed[], id: string): string {
  const deed = deeds.find(({ measure }) => measure.id === id);
  if (deed === undefined) return "";
  return sayWhoAndTaking(telling, deed);
}

const isWholeCut = ({ remaining }: FoundCut) => remaining.length === 0;

function sureness(telling: Telling, cut: FoundCut): string {
  const words = wordsOfCut(telling.lang);
  if (isWholeCut(cut)) return cut.proved ? words.noCheaper : words.mayBeCheaper;
  const left = sayOpen(telling, cut);
  return cut.proved ? words.stopsPart(left) : words.stopsPartPerhaps(left);
}
