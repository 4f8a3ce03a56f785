/**
 * What happened as the picture the audit draws. What a record shows is solid; what was inferred is dashed. The list beside
 * it says the same to whoever does not see it.
 */
import { useMemo } from "react";
import type { InvestigationTold, StepTold } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { useNarrow } from "../app/use-narrow.ts";
import { type DrawnStep, StepsPicture } from "../chain/steps-picture.tsx";
import { Name } from "../things/name.tsx";
import { sayWhen } from "./step-list.tsx";
import { happenedWords } from "./words.ts";

export function SeenChain({ told }: { readonly told: InvestigationTold }) {
  const words = useWords(happenedWords);
  const isNarrow = useNarrow();
  const drawn = useMemo(() => told.steps.map((step, i) => drawnStep(step, told.steps[i - 1])), [told.steps]);
  return isNarrow ? null : <StepsPicture steps={drawn} label={words.chainPicture} look="happened-picture" />;
}

function drawnStep(step: StepTold, before: StepTold | undefined): DrawnStep {
  const { institution, institutionName, from, to, title, actor, actorSaid, isUnseen, rests } = step;
  return {
    institution,
    institutionName: <Name>{institutionName}</Name>,
    fromMinutes: minuteOf(from),
    toMinutes: minuteOf(to),
    top: sayWhen(step, before),
    title: <Name>{title}</Name>,
    below: actorSaid,
    look: `happened-card ${actor}${isUnseen ? " unseen-step" : ""}`,
    rests: rests.flatMap(({ on }) => on ?? []),
    isSure: !isUnseen,
  };
}

const minuteOf = (moment: string): number => Date.parse(moment) / 60_000;
